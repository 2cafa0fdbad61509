package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"byline/graphmodel/article"
	"byline/graphmodel/layout"
	"byline/graphmodel/store"
	"byline/graphmodel/store/storetest"
)

// TestMain keeps the backups of the tests' projects in a folder of their own.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "byline-test-")
	if err != nil {
		panic(err)
	}
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		if err := os.Setenv(name, dir); err != nil {
			panic(err)
		}
	}
	status := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		panic(err)
	}
	os.Exit(status)
}

// twoSaves are a project and the same one a save later.
func twoSaves(t *testing.T) (before, after string) {
	t.Helper()
	text := strings.Repeat("The council of Port Elva voted on the harbour fee. ", 400)
	c := store.Content{
		Items:  []store.Item{{Number: 1, Article: article.Article{ID: article.ID(text), Title: "Fee", Text: text}}},
		Places: map[string]store.Place{"a": {Point: layout.Point{X: 1, Y: 2}}},
		Notes:  map[string]string{"a": "first"},
	}
	before, after = filepath.Join(t.TempDir(), "a.byline"), filepath.Join(t.TempDir(), "b.byline")
	if err := store.Write(before, c); err != nil {
		t.Fatal(err)
	}
	c.Notes = map[string]string{"a": "second"}
	if err := store.Write(after, c); err != nil {
		t.Fatal(err)
	}
	return before, after
}

func TestCheckOfEveryProject(t *testing.T) {
	before, after := twoSaves(t)
	fixtures := storetest.Make(t, before, after)
	for _, f := range fixtures {
		was := f.Bytes(t)
		r := byline(t, nil, "check", f.Path)
		whole, flawed := strings.Contains(r.out, " is whole: 1 article,"), strings.Contains(r.out, " is not whole: 1 article,")
		var ok bool
		switch f.Want {
		case storetest.Opens:
			ok = r.status == 0 && whole && strings.Contains(r.err, "set aside") == f.Aside && (r.err == "" || f.Aside)
		case storetest.Recovers:
			ok = r.status == 0 && whole && strings.Contains(r.err, "cut short")
		case storetest.Protected:
			ok = r.status == 0 && whole && strings.Contains(r.err, "reading only")
		case storetest.Flawed, storetest.Mended:
			ok = r.status == 1 && flawed && strings.Contains(r.err, "as")
		case storetest.Refused:
			ok = r.status == 1 && r.out == "" && r.err != ""
		case storetest.Unreliable:
			ok = r.status == 1 && !whole
		}
		if !ok || strings.Count(r.err, "\n") > 1 || strings.Contains(r.err, "SQL") {
			t.Errorf("%s: status %d: %s%s", f.Name, r.status, r.err, r.out)
		}
		if now := f.Bytes(t); now != was && f.Want != storetest.Recovers && !f.Aside {
			t.Errorf("%s: its files were changed", f.Name)
		}
	}
	t.Logf("%d projects", len(fixtures))
}

// TestProjectOfAnEarlierByline is left as it is by check, and brought up to
// date by add once there is a backup of it.
func TestProjectOfAnEarlierByline(t *testing.T) {
	project := filepath.Join(t.TempDir(), "early.byline")
	storetest.WriteVersion1(t, project)
	before := content(t, project)
	if r := done(t, "check", project); !strings.Contains(r.out, "is whole: 1 article") || !strings.Contains(r.err, "an earlier Byline made this project") {
		t.Errorf("%s%s", r.err, r.out)
	}
	if !bytes.Equal(before, content(t, project)) {
		t.Error("check has changed it")
	}
	text := filepath.Join(t.TempDir(), "fee.txt")
	write(t, text, "Mayor Ada Lind met Erik Sund in Oslo.")
	done(t, "add", project, text)
	if r := done(t, "check", project); !strings.Contains(r.out, "is whole: 2 articles") || r.err != "" {
		t.Errorf("%s%s", r.err, r.out)
	}
	back := filepath.Join(t.TempDir(), "back.byline")
	done(t, "restore", project, back)
	if r := done(t, "check", back); !strings.Contains(r.out, "is whole: 1 article") || !strings.Contains(r.err, "an earlier Byline") {
		t.Errorf("the backup: %s%s", r.err, r.out)
	}
}

// TestRepair takes the other way out.
func TestRepair(t *testing.T) {
	before, _ := twoSaves(t)
	data := content(t, before)
	write(t, before, string(bytes.Replace(data, []byte("Port Elva"), []byte("Port Alva"), 1))[:len(data)-4096])
	if r := byline(t, nil, "check", before); r.status != 1 || !strings.Contains(r.err, "byline repair") || strings.Contains(r.err, "There is a backup") {
		t.Errorf("status %d: %s", r.status, r.err)
	}
	out := filepath.Join(t.TempDir(), "repaired.byline")
	if r := byline(t, nil, "repair", before, out); r.status != 1 || !strings.Contains(r.err, "“Fee” is not as it was saved") || !strings.Contains(r.out, "holds what could be read") {
		t.Errorf("status %d: %s%s", r.status, r.err, r.out)
	}
	if r := done(t, "check", out); !strings.Contains(r.out, "is whole: 1 article") {
		t.Errorf("repaired: %s", r.out)
	}
	if r := byline(t, nil, "repair", before, out); r.status != 1 || !strings.Contains(r.err, "there is such a file already") {
		t.Errorf("repairing over a project: status %d: %s", r.status, r.err)
	}
}

// TestBackupAfterDamage adds to a project until it has a backup, damages it and
// takes the way out that check offers.
func TestBackupAfterDamage(t *testing.T) {
	project := filepath.Join(t.TempDir(), "story.byline")
	text := filepath.Join(t.TempDir(), "fee.txt")
	write(t, text, "The council of Port Elva approved a harbour fee.")
	done(t, "add", project, text)
	if r := byline(t, nil, "restore", project, project+"2.byline"); r.status != 1 || !strings.Contains(r.err, "there is no backup") {
		t.Errorf("restoring without a backup: status %d: %s", r.status, r.err)
	}
	write(t, text, "Mayor Ada Lind met Erik Sund in Oslo.")
	done(t, "add", project, text)
	write(t, project, "")
	if r := byline(t, nil, "check", project); r.status != 1 || !strings.Contains(r.err, "There is a backup of") || !strings.Contains(r.err, "byline restore") {
		t.Errorf("status %d: %s", r.status, r.err)
	}
	if r := byline(t, nil, "restore", project, "x.txt"); r.status != 2 {
		t.Errorf("restoring into a text: status %d: %s", r.status, r.err)
	}
	if r := byline(t, nil, "restore", project, project); r.status != 1 || !strings.Contains(r.err, "there is such a file already") {
		t.Errorf("restoring over the project: status %d: %s", r.status, r.err)
	}
	back := filepath.Join(t.TempDir(), "back.byline")
	done(t, "restore", project, back)
	if r := done(t, "check", back); !strings.Contains(r.out, "is whole: 2 articles") || r.err != "" {
		t.Errorf("the backup: %s%s", r.err, r.out)
	}
}
