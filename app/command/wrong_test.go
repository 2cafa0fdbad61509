//go:build unix

package command

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// sentence is a wrong use, or a source that cannot be read, and what is said.
type sentence struct {
	name   string
	args   []string
	status int
	says   string
}

func TestWrongUse(t *testing.T) {
	for _, c := range []sentence{
		{"nothing", nil, 2, "name a command"},
		{"no command", []string{"raed"}, 2, `there is no command "raed"`},
		{"no option", []string{"read", "--wat"}, 2, "unknown flag: --wat"},
		{"version with a name", []string{"version", "x"}, 2, `version takes no names, and "x" is one`},
		{"read nothing", []string{"read"}, 2, "read needs a file, a folder or -"},
		{"read both", []string{"read", "--jsonl", "x.txt"}, 2, `leave out "x.txt"`},
		{"read to nowhere", []string{"read", "x.txt", "-o", "x.doc"}, 2, "OUT must end in .png, .svg, .json, .byline"},
		{"two lines files", []string{"read", "--each", "x", "-o", "a.jsonl", "-o", "b.jsonl"}, 2, "only one OUT"},
		{"each to a picture", []string{"read", "--each", "x", "-o", "a.png"}, 2, "OUT must end in .jsonl"},
		{"explain each", []string{"read", "--each", "--explain", "x"}, 2, "leave out --each"},
		{"no workers", []string{"read", "x", "--workers", "0"}, 2, "--workers must be at least 1"},
		{"size", []string{"read", "x", "--size", "big"}, 2, "--size is written as 1600x1000"},
		{"too large", []string{"read", "x", "--size", "99999x10"}, 2, "each side must be from 64 to 20000"},
		{"scale", []string{"read", "x", "--scale", "NaN"}, 2, "--scale must be above 0 and at most 16"},
		{"layout", []string{"read", "x", "--layout", "star"}, 2, `there is no layout "star"`},
		{"parse nothing", []string{"parse"}, 2, "parse needs a file, a folder or -"},
		{"draw nothing", []string{"draw"}, 2, "draw needs one graph"},
		{"draw to nowhere", []string{"draw", "x.json"}, 2, "draw needs -o OUT"},
		{"draw to data", []string{"draw", "x.json", "-o", "y.json"}, 2, "OUT must end in .png or .svg"},
		{"draw no file", []string{"draw", "gone.json", "-o", "y.svg"}, 1, "gone.json is not there"},
		{"add nothing", []string{"add", "p.byline"}, 2, "add needs a project and an article"},
		{"add to a text", []string{"add", "p.txt", "x.txt"}, 2, "a project's name ends in .byline"},
		{"export nothing", []string{"export", "p.byline"}, 2, "export needs -o OUT"},
		{"export no project", []string{"export", "p.byline", "-o", "x.png"}, 1, "p.byline: there is no such file"},
		{"check no project", []string{"check", "p.byline"}, 1, "p.byline: there is no such file"},
		{"find without words", []string{"find", "p.byline"}, 2, "find needs a project and words"},
		{"path to nobody", []string{"path", "p.byline", "x"}, 2, "path needs a project and two names"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			r := byline(t, nil, c.args...)
			if r.status != c.status || !strings.Contains(r.err, c.says) || r.out != "" {
				t.Errorf("status %d, said %q, printed %q; want %d and %q", r.status, r.err, r.out, c.status, c.says)
			}
			if !strings.HasPrefix(r.err, "byline: ") || !strings.HasSuffix(r.err, "\n") || strings.Contains(r.err, "Usage:") {
				t.Errorf("not one plain line: %q", r.err)
			}
			onlyThese(t, ".")
		})
	}
}

// makeWrong fills a folder with one of each whole kind of bad source.
func makeWrong(t *testing.T, dir string) {
	t.Helper()
	in := func(name string) string { return filepath.Join(dir, name) }
	write(t, in("empty.txt"), "")
	write(t, in("spaces.txt"), " \n\t \n")
	write(t, in("binary.txt"), strings.Repeat("\x00\x01\x02\x03\xff\xfe", 400))
	write(t, in("archive.zip"), "PK\x03\x04"+strings.Repeat("\x14\x00", 40))
	write(t, in("letter.docx"), "PK\x03\x04"+strings.Repeat("\x14\x00", 40))
	write(t, in("paper.pdf"), "%PDF-1.7\n1 0 obj\n")
	write(t, in("picture.txt"), "\x89PNG\r\n\x1a\n")
	write(t, in("empty.html"), "<!doctype html><html><head><title>x</title><script>var a = 1</script></head><body></body></html>")
	write(t, in("french.txt"), strings.Repeat("Le ministre des finances a rencontré la presse dans la capitale et il a annoncé une loi sur les impôts. ", 12))
	if err := os.Mkdir(in("folder.txt"), 0o755); err != nil {
		t.Fatal(err)
	}
	big, err := os.Create(in("huge.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(big.Truncate(3<<30), big.Close()); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("loop.txt", in("loop.txt")); err != nil {
		t.Skip("this system has no links")
	}
}

func TestEveryBadSourceGetsItsSentence(t *testing.T) {
	samples(t)
	dir := t.TempDir()
	makeWrong(t, dir)
	makePipe(t, filepath.Join(dir, "pipe.txt"))
	t.Chdir(dir)
	sentences := map[string]string{
		"gone.txt":               "gone.txt is not there: check the name and the folder",
		"empty.txt":              "empty.txt holds no text: check that the right file was saved",
		"spaces.txt":             "spaces.txt holds no text",
		"binary.txt":             "binary.txt is not text: save the article as text or as a web page",
		"archive.zip":            "archive.zip is a zip archive or an office document, which Byline does not read yet",
		"letter.docx":            "letter.docx is a Word document, which Byline does not read yet",
		"paper.pdf":              "paper.pdf is a PDF, which Byline does not read yet",
		"picture.txt":            "picture.txt is a picture, not text",
		"empty.html":             "empty.html holds no text",
		"french.txt":             "french.txt is not in English",
		"folder.txt":             "folder.txt holds no article",
		"huge.txt":               "huge.txt is over 20 MB",
		"loop.txt":               "loop.txt is not a file",
		"pipe.txt":               "pipe.txt is not a file",
		"https://example.org/a":  "is a web address, which Byline does not fetch",
		"evil\x1b[31m\u202e.txt": "evil\uFFFD[31m\uFFFD.txt is not there",
	}
	names := slices.Sorted(maps.Keys(sentences))
	for _, command := range []string{"read", "parse"} {
		r := byline(t, nil, append([]string{command}, names...)...)
		if r.status != statusPartly || r.out != "" {
			t.Errorf("%s: status %d, printed %q", command, r.status, r.out)
		}
		for _, name := range names {
			if !strings.Contains(r.err, sentences[name]) {
				t.Errorf("%s %q: nothing says %q", command, name, sentences[name])
			}
		}
	}
	for _, name := range names {
		if r := byline(t, nil, "draw", name, "-o", filepath.Join(t.TempDir(), "x.svg")); r.status != statusPartly || r.err == "" {
			t.Errorf("draw %q: status %d, said %q", name, r.status, r.err)
		}
		if r := byline(t, nil, "check", name); r.status != statusPartly || r.err == "" {
			t.Errorf("check %q: status %d, said %q", name, r.status, r.err)
		}
	}
}

func TestOneBadFileCostsNoOther(t *testing.T) {
	_, files := samples(t)
	dir := t.TempDir()
	makeWrong(t, dir)
	for i, f := range files[:2] {
		write(t, filepath.Join(dir, "good"+string(rune('0'+i))+".md"), string(content(t, f)))
	}
	out := filepath.Join(t.TempDir(), "g.jsonl")
	r := byline(t, nil, "read", "--each", dir, "-o", out)
	if r.status != statusPartly {
		t.Errorf("status %d", r.status)
	}
	if graphs := strings.Count(string(content(t, out)), "\n"); graphs != 2 {
		t.Errorf("%d graphs of 2 good articles", graphs)
	}
	for _, name := range []string{"empty.txt", "binary.txt", "french.txt", "huge.txt"} {
		if !strings.Contains(r.err, name) {
			t.Errorf("nothing is said of %s", name)
		}
	}
}

func TestForbiddenFilesAndFolders(t *testing.T) {
	_, files := samples(t)
	if os.Geteuid() == 0 {
		t.Skip("an administrator may read and write everything")
	}
	dir := t.TempDir()
	secret, locked := filepath.Join(dir, "secret.txt"), filepath.Join(dir, "locked")
	write(t, secret, "Norway joined NATO.")
	if err := errors.Join(os.Chmod(secret, 0), os.Mkdir(locked, 0o500)); err != nil {
		t.Fatal(err)
	}
	if r := byline(t, nil, "read", secret); r.status != statusPartly || !strings.Contains(r.err, "may not be read by you") {
		t.Errorf("said %q", r.err)
	}
	if r := byline(t, nil, "read", files[0], "-o", filepath.Join(locked, "a.svg")); r.status != statusPartly || !strings.Contains(r.err, "the folder may not be written") {
		t.Errorf("said %q", r.err)
	}
}

func TestFilesThatCannotBeWritten(t *testing.T) {
	_, files := samples(t)
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "a.svg"), 0o755); err != nil {
		t.Fatal(err)
	}
	good := filepath.Join(dir, "good.svg")
	r := byline(t, nil, "read", files[0], "-o", filepath.Join(dir, "gone", "a.svg"), "-o", filepath.Join(dir, "a.svg"), "-o", good)
	if r.status != statusPartly || !strings.Contains(r.err, "its folder is not there") || !strings.Contains(r.err, "is a folder: name a file to write") {
		t.Errorf("status %d, said %q", r.status, r.err)
	}
	if len(content(t, good)) == 0 {
		t.Error("the file that could be written was not")
	}
	onlyThese(t, dir, "a.svg", "good.svg")
}
