package article

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFiles(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"news/b.txt", "news/a.md", "news/deep/er/c.html", "news/.hidden.txt", "news/photo.PNG", "news/table.csv", "news/LICENSE", "outside.txt"} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(story), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	news := filepath.Join(root, "news")
	links := map[string]string{"circle": "..", "leads-out.txt": "../outside.txt", "inside.txt": "b.txt", "broken.txt": "nothing.txt"}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(news, name)); err != nil {
			t.Fatal(err)
		}
	}
	missing := filepath.Join(root, "missing.txt")
	files, errs := Files([]string{missing, news, filepath.Join(news, "b.txt")})
	want := []string{missing, filepath.Join(news, "a.md"), filepath.Join(news, "b.txt"), filepath.Join(news, "deep/er/c.html"), filepath.Join(news, "inside.txt")}
	if !slices.Equal(files, want) {
		t.Errorf("files\n%q\nwant\n%q", files, want)
	}
	if len(errs) != 1 || !errors.Is(errs[0], ErrSkipped) {
		t.Fatalf("errors %v", errs)
	}
	for _, part := range []string{"7 files were left out", "1 .csv", "1 .png", "1 hidden", "1 without an ending", "3 no plain file"} {
		if !strings.Contains(errs[0].Error(), part) {
			t.Errorf("%q lacks %q", errs[0], part)
		}
	}
}

func TestFilesOfAnEmptyFolder(t *testing.T) {
	files, errs := Files([]string{t.TempDir()})
	if len(files) != 0 || len(errs) != 1 || !errors.Is(errs[0], ErrNothing) {
		t.Errorf("%q, %v", files, errs)
	}
}

// A hundred good files and a bad one: the bad one is named, the rest is read.
func TestOneBadFileAmongMany(t *testing.T) {
	folder := t.TempDir()
	for i := range 100 {
		text := fmt.Sprintf("%s Case number %d.", story, i)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%03d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	bad := filepath.Join(folder, "050-bad.txt")
	if err := os.WriteFile(bad, noise(3000), 0o644); err != nil {
		t.Fatal(err)
	}
	files, errs := Files([]string{folder})
	if len(files) != 101 || len(errs) != 0 {
		t.Fatalf("%d files, %v", len(files), errs)
	}
	ids := map[string]bool{}
	for _, file := range files {
		a, err := Open(file)
		switch {
		case file == bad && !errors.Is(err, ErrBinary):
			t.Errorf("the bad file: %v", err)
		case file != bad && err != nil:
			t.Error(err)
		case err == nil:
			ids[a.ID] = true
		}
	}
	if len(ids) != 100 {
		t.Errorf("%d articles", len(ids))
	}
}
