package command

import (
	"bytes"
	"context"
	"encoding/json"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"byline/assets"
	graphjson "byline/graphmodel/codec/json"
)

// result is what one run of the program left behind.
type result struct {
	status   int
	out, err string
}

// byline runs a command as the program does.
func byline(t *testing.T, in io.Reader, args ...string) result {
	t.Helper()
	var out, complaints bytes.Buffer
	if in == nil {
		in = strings.NewReader("")
	}
	status := Run(t.Context(), Streams{In: in, Out: &out, Err: &complaints}, args)
	return result{status, out.String(), complaints.String()}
}

// done is byline where nothing may go wrong.
func done(t *testing.T, args ...string) result {
	t.Helper()
	r := byline(t, nil, args...)
	if r.status != statusDone {
		t.Fatalf("byline %s: status %d: %s", strings.Join(args, " "), r.status, r.err)
	}
	return r
}

// samples writes the sample articles into a folder.
func samples(t *testing.T) (dir string, files []string) {
	t.Helper()
	if assets.Model() == nil {
		t.Skip("the language model is not there: make setup brings it")
	}
	dir = filepath.Join(t.TempDir(), "samples")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, s := range assets.Samples() {
		path := filepath.Join(dir, s.Name+".md")
		write(t, path, string(s.Text))
		files = append(files, path)
	}
	return dir, files
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func content(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// onlyThese fails if the folder holds anything but these names: no half
// written file may stay.
func onlyThese(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, e := range entries {
		have = append(have, e.Name())
	}
	if strings.Join(have, " ") != strings.Join(names, " ") {
		t.Errorf("the folder holds %q, not %q", have, names)
	}
}

func TestReadWritesEveryFormat(t *testing.T) {
	_, files := samples(t)
	dir := t.TempDir()
	out := func(name string) string { return filepath.Join(dir, name) }
	done(t, "read", files[0], "-o", out("a.png"), "-o", out("a.svg"), "-o", out("a.json"), "-o", out("a.byline"), "--size", "800x500")
	onlyThese(t, dir, "a.byline", "a.json", "a.png", "a.svg")

	picture, err := png.Decode(bytes.NewReader(content(t, out("a.png"))))
	if err != nil {
		t.Fatal(err)
	}
	if b := picture.Bounds(); b.Dx() != 800 || b.Dy() != 500 {
		t.Errorf("the picture is %v", b)
	}
	doc, err := graphjson.Read(bytes.NewReader(content(t, out("a.json"))))
	if err != nil {
		t.Fatal(err)
	}
	things, links := doc.Graph.Size()
	if things < 5 || links < 5 {
		t.Errorf("the sample gives %d things and %d links", things, links)
	}
	svg := string(content(t, out("a.svg")))
	if !strings.HasPrefix(svg, "<") || !strings.Contains(svg, "</svg>") {
		t.Error("the SVG is none")
	}
	if r := done(t, "check", out("a.byline")); !strings.Contains(r.out, "is whole: 1 article") {
		t.Errorf("check says %q", r.out)
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	_, files := samples(t)
	var first []string
	for _, workers := range []string{"1", "2", "3"} {
		to := t.TempDir()
		var all []string
		out := func(ending string) string { return filepath.Join(to, "a"+ending) }
		r := done(t, "read", files[0], files[1], "--explain", "--size", "640x400", "--workers", workers,
			"-o", out(".png"), "-o", out(".svg"), "-o", out(".json"))
		for _, ending := range []string{".png", ".svg", ".json"} {
			all = append(all, string(content(t, out(ending))))
		}
		all = append(all, r.out, done(t, append([]string{"read", "--each", "--workers", workers}, files...)...).out)
		if first == nil {
			first = all
			continue
		}
		for i := range all {
			if all[i] != first[i] {
				t.Errorf("output %d differs with %s workers", i, workers)
			}
		}
	}
}

func TestSummaryAndExplanation(t *testing.T) {
	_, files := samples(t)
	summary := done(t, "read", files[0]).out
	for _, want := range []string{"Byline sample", "People", "Organisations", "Countries", "Links", "“"} {
		if !strings.Contains(summary, want) {
			t.Errorf("the summary lacks %q", want)
		}
	}
	reasons := done(t, "read", "--explain", files[0]).out
	for _, want := range []string{"fired by “", "between “", "pattern "} {
		if !strings.Contains(reasons, want) {
			t.Errorf("the explanation lacks %q", want)
		}
	}
}

func TestEachAndStreamAgree(t *testing.T) {
	dir, files := samples(t)
	each := strings.Split(strings.TrimSpace(done(t, "read", "--each", dir).out), "\n")
	if len(each) != len(files) {
		t.Fatalf("%d graphs of %d articles", len(each), len(files))
	}
	var ids []string
	for _, line := range each {
		doc, err := graphjson.Read(strings.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, doc.ID)
	}
	for i, s := range assets.Samples() {
		if ids[i] != s.Name {
			t.Errorf("graph %d is called %q, not %q", i, ids[i], s.Name)
		}
	}
	stream := byline(t, strings.NewReader(`{"id":"one","title":"A visit","outlet":"Morning Post","date":"2024-05-06","text":"Finland's Prime Minister Petteri Orpo met Jens Stoltenberg in Oslo."}
not json
{"id":"two"}
{"id":"three","text":7}

{"id":"four","text":"Norway joined NATO in 1949."}
`), "read", "--jsonl")
	if stream.status != statusPartly {
		t.Errorf("status %d, not %d", stream.status, statusPartly)
	}
	if got := strings.Count(stream.out, "\n"); got != 2 {
		t.Errorf("%d graphs, not 2: %s", got, stream.out)
	}
	for _, want := range []string{"line 2 is not one JSON object", `line 3 has no "text"`, `line 4: "text" must be text`} {
		if !strings.Contains(stream.err, want) {
			t.Errorf("%q is not said: %s", want, stream.err)
		}
	}
}

func TestParsePrintsTokens(t *testing.T) {
	samples(t)
	r := byline(t, strings.NewReader(`{"text":"Zoë’s café opened in Paris. It closed."}`), "parse", "--jsonl")
	if r.status != statusDone {
		t.Fatal(r.err)
	}
	var doc struct{ Tokens []parsedToken }
	if err := json.Unmarshal([]byte(r.out), &doc); err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for _, tok := range doc.Tokens {
		at[tok.Text] = tok.Start
	}
	if at["café"] != 6 || at["Paris"] != 21 {
		t.Errorf("places are not code points: %v", at)
	}
	// Of a file, each line is a text.
	file := filepath.Join(t.TempDir(), "two.txt")
	write(t, file, "Norway joined NATO.\n\nFinland followed in 2023.\n")
	if lines := strings.Count(done(t, "parse", file).out, "\n"); lines != 2 {
		t.Errorf("%d texts, not 2", lines)
	}
}

func TestDrawDrawsAWrittenGraph(t *testing.T) {
	_, files := samples(t)
	dir := t.TempDir()
	graph, picture, places := filepath.Join(dir, "g.json"), filepath.Join(dir, "g.svg"), filepath.Join(dir, "g.csv")
	done(t, "read", files[1], "-o", graph)
	r := done(t, "draw", graph, "-o", picture, "--positions", places, "--stats", "--seed", "7", "--dark", "--all")
	var stats struct{ Nodes, Edges int }
	if err := json.Unmarshal([]byte(r.out), &stats); err != nil || stats.Nodes == 0 || stats.Edges == 0 {
		t.Errorf("the figures are %q (%v)", r.out, err)
	}
	if rows := bytes.Count(content(t, places), []byte("\n")); rows != stats.Nodes+1 {
		t.Errorf("%d rows of places for %d things", rows, stats.Nodes)
	}
	before := content(t, picture)
	done(t, "draw", graph, "-o", picture, "--seed", "7", "--dark", "--all")
	if !bytes.Equal(before, content(t, picture)) {
		t.Error("drawn twice, the picture differs")
	}
}

func TestProjectCommands(t *testing.T) {
	_, files := samples(t)
	files = files[len(files)-2:]
	project := filepath.Join(t.TempDir(), "story.byline")
	if r := done(t, "add", project, files[0]); !strings.Contains(r.out, "1 article added, 1 in all") {
		t.Error(r.out)
	}
	r := done(t, "add", project, files[0], files[1])
	if !strings.Contains(r.out, "1 article added, 2 in all") || !strings.Contains(r.err, "is in the project already") {
		t.Error(r.out, r.err)
	}
	before := content(t, project)
	done(t, "check", project)
	if r := done(t, "find", project, "macedonia"); !strings.Contains(r.out, "country: North Macedonia") {
		t.Errorf("find prints %q", r.out)
	}
	if r := done(t, "path", project, "Zaev", "Greece"); !strings.Contains(r.out, "Zaev") || !strings.Contains(r.out, "Greece") || !strings.Contains(r.out, "“") {
		t.Errorf("path prints %q", r.out)
	}
	out := t.TempDir()
	done(t, "export", project, "-o", filepath.Join(out, "p.png"), "-o", filepath.Join(out, "p.json"), "-o", filepath.Join(out, "p.byline"))
	done(t, "check", filepath.Join(out, "p.byline"))
	if !bytes.Equal(before, content(t, project)) {
		t.Error("a command that only asks has changed the project")
	}
	direct := filepath.Join(out, "direct.json")
	done(t, append(append([]string{"read"}, files...), "-o", direct)...)
	exported, read := graphOf(t, filepath.Join(out, "p.json")), graphOf(t, direct)
	if exported != read {
		t.Errorf("the project gives %v and the articles give %v", exported, read)
	}
}

func graphOf(t *testing.T, path string) [2]int {
	t.Helper()
	doc, err := graphjson.Read(bytes.NewReader(content(t, path)))
	if err != nil {
		t.Fatal(err)
	}
	things, links := doc.Graph.Size()
	return [2]int{things, links}
}

func TestWantedTellsCommandsFromFiles(t *testing.T) {
	file := filepath.Join(t.TempDir(), "story")
	write(t, file, "x")
	t.Chdir(filepath.Dir(file))
	for args, want := range map[string]bool{
		"": false, "read": true, "add": true, "help": true, "--help": true, "-v": true, "--wrong": true,
		"raed": true, "story": false, "story.txt": false, "./read": false, "my.byline": false, "-": false,
	} {
		if got := Wanted(strings.Fields(args)); got != want {
			t.Errorf("Wanted(%q) = %v", args, got)
		}
	}
}

func TestStoppedAtOnce(t *testing.T) {
	_, files := samples(t)
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	// Standard input never ends: only the stop can end the run.
	in, hold := io.Pipe()
	defer hold.Close()
	var out, complaints bytes.Buffer
	ended := make(chan int, 1)
	target := filepath.Join(dir, "g.jsonl")
	write(t, target, "what was there before")
	go func() {
		ended <- Run(ctx, Streams{In: in, Out: &out, Err: &complaints}, []string{"read", "--jsonl", "-o", target})
	}()
	if _, err := io.WriteString(hold, `{"id":"a","text":"Norway joined NATO."}`+"\n"); err != nil {
		t.Fatal(err)
	}
	cancel()
	if status := <-ended; status != statusPartly {
		t.Errorf("status %d", status)
	}
	if !strings.Contains(complaints.String(), "Stopped. Nothing was written.") {
		t.Errorf("it says %q", complaints.String())
	}
	onlyThese(t, dir, "g.jsonl")
	if string(content(t, target)) != "what was there before" {
		t.Error("a stopped run has replaced a file")
	}
	done(t, "read", files[0])
}
