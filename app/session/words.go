package session

import (
	"fmt"
	"path/filepath"
	"strings"

	"byline/app/wording"
	"byline/graphmodel/article"
)

// titleOf is what a person knows an article by.
func titleOf(a article.Article) string { return wording.Title(a) }

// ending is the one of project files.
const ending = ".byline"

// stem is a file's name without folder and ending.
func stem(path string) string { return article.Stem(path) }

// withEnding is path with the ending of project files.
func withEnding(path string) string {
	if strings.EqualFold(filepath.Ext(path), ending) {
		return path
	}
	return path + ending
}

func quoted(text string) string { return "“" + text + "”" }

// sentence is an error as the window shows it.
func sentence(err error) string {
	text := strings.TrimSpace(err.Error())
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?") {
		return text
	}
	return text + "."
}

// articles is so many of them in words.
func articles(n int) string {
	if n == 1 {
		return "1 article"
	}
	return fmt.Sprintf("%s articles", wording.Number(n))
}
