package command

import (
	"errors"
	"fmt"
	"io"

	"byline/graphmodel/article"
)

// source is one article to be opened.
type source struct {
	name string // as it is said in complaints
	open func() (article.Article, error)
}

// sources finds the articles that the arguments name: files, folders, and "-"
// for standard input. What is passed over or cannot be read is said.
func (r *run) sources(args []string) []source {
	var all []source
	var paths []string
	flush := func() {
		files, errs := article.Files(paths)
		for _, err := range errs {
			if errors.Is(err, article.ErrSkipped) {
				r.say("%s", err.Error())
				continue
			}
			r.complain(err)
		}
		for _, file := range files {
			all = append(all, source{file, func() (article.Article, error) { return article.Open(file) }})
		}
		paths = nil
	}
	for _, arg := range args {
		if arg != "-" {
			paths = append(paths, arg)
			continue
		}
		flush()
		all = append(all, source{"standard input", r.openInput})
	}
	flush()
	return all
}

// openInput reads one article from standard input.
func (r *run) openInput() (article.Article, error) {
	data, err := io.ReadAll(io.LimitReader(r.in, article.MaxBytes+1))
	switch {
	case err != nil:
		return article.Article{}, fmt.Errorf("standard input %w", article.ErrFailed)
	case len(data) > article.MaxBytes:
		return article.Article{}, fmt.Errorf("standard input %w", article.ErrTooBig)
	}
	a, err := article.FromBytes(data, "")
	if err != nil {
		return article.Article{}, fmt.Errorf("standard input %w", err)
	}
	a.Name = "standard-input"
	return a, nil
}
