//go:build unix

// Command reader is Byline's side of beside_spacy.py: it loads the engine and
// reads the lines it is handed, and says how long that took.
//
// It owns the clock around the engine. It refuses to choose texts and to
// compare: the script does both.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"byline/graphmodel/language/engine"
)

func main() {
	plain := flag.Bool("plain", false, "calculate without AVX2")
	workers := flag.Int("workers", 1, "goroutines that read, and processors they may use")
	once := flag.String("once", "", "read this `file` and end")
	flag.Parse()
	if err := run(*plain, *workers, *once); err != nil {
		fmt.Fprintln(os.Stderr, "reader:", err)
		os.Exit(1)
	}
}

// loaded is the first line on standard output.
type loaded struct {
	Kernel string  `json:"kernel"`
	Load   float64 `json:"load"` // seconds
}

// read is what is said of each batch.
type read struct {
	Words   int     `json:"words"`   // tokens
	Seconds float64 `json:"seconds"` // on the wall
	CPU     float64 `json:"cpu"`     // of all goroutines, garbage collection included
}

func run(plain bool, workers int, once string) error {
	var options []engine.Option
	if plain {
		options = append(options, engine.PlainKernel())
	}
	if once == "" {
		runtime.GOMAXPROCS(workers)
	}
	start := time.Now()
	e, err := engine.Load(options...)
	if err != nil {
		return err
	}
	out := json.NewEncoder(os.Stdout)
	if err := out.Encode(loaded{e.Kernel(), time.Since(start).Seconds()}); err != nil {
		return err
	}
	if once != "" {
		return readOnce(e, once, out)
	}
	return serve(e, workers, out)
}

// readOnce reads one article as the program does.
func readOnce(e *engine.Engine, path string, out *json.Encoder) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	words := 0
	docs, err := e.ParseLines(context.Background(), string(text), nil)
	if err != nil {
		return err
	}
	for _, doc := range docs {
		words += len(doc.Tokens)
	}
	return out.Encode(read{Words: words})
}

// serve answers every line of standard input, a JSON list of texts.
func serve(e *engine.Engine, workers int, out *json.Encoder) error {
	in := json.NewDecoder(bufio.NewReader(os.Stdin))
	for {
		var texts []string
		err := in.Decode(&texts)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		wall, used := time.Now(), processorTime()
		words := readAll(e, workers, texts)
		took := read{words, time.Since(wall).Seconds(), (processorTime() - used).Seconds()}
		if err := out.Encode(took); err != nil {
			return err
		}
	}
}

// readAll makes one call a text, from so many goroutines.
func readAll(e *engine.Engine, workers int, texts []string) int {
	var next, words atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(texts)); i = next.Add(1) - 1 {
				words.Add(int64(len(e.Parse(texts[i]).Tokens)))
			}
		})
	}
	wait.Wait()
	return int(words.Load())
}

func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
