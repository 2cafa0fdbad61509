package review

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
	"byline/app/wording"
)

// rowsMost is how many lines each of the two lists has.
const rowsMost = 100

// note is a sentence in the second ink.
func note(text string, size, line float32) fyne.CanvasObject {
	return marked.NewText(marked.Content{Text: text}, marked.Style{Size: size, Line: line, Second: true})
}

// listHead is the head of a list with the number of its lines.
func listHead(words string, n int, below string) fyne.CanvasObject {
	number := ""
	if n > 0 {
		number = wording.Number(n)
	}
	head := controls.Column(4, controls.Across(8, 0, controls.Heading(words), controls.Second(number)))
	if below != "" {
		head.Add(note(below, look.Caption, look.CaptionLine))
	}
	return container.New(controls.Insets(14, look.Pad, 10, look.Pad), head)
}

// pairRows are the pairs to review, and the row of the current one.
func (p *Page) pairRows() (rows []fyne.CanvasObject, current fyne.CanvasObject) {
	all := p.data.Pairs
	rows = []fyne.CanvasObject{listHead("To review", len(all), "Surest first. Nothing is merged before you say so.")}
	first := max(0, min(p.data.Current-rowsMost/2, len(all)-rowsMost))
	last := min(len(all), first+rowsMost)
	if first > 0 {
		rows = append(rows, more(first, "before these"))
	}
	for i := first; i < last; i++ {
		if all[i].Held && (i == 0 || !all[i-1].Held) {
			rows = append(rows, container.New(controls.Insets(12, look.Pad, 6, look.Pad), controls.Heading("Not sure")))
		}
		row := p.pairRow(i)
		if i == p.data.Current {
			current = row
		}
		rows = append(rows, row)
	}
	if last < len(all) {
		rows = append(rows, more(len(all)-last, "after these"))
	}
	return append(rows, controls.Space(1, 16)), current
}

func more(n int, where string) fyne.CanvasObject {
	return container.New(controls.Inset(8, look.Pad), note(wording.Number(n)+" more "+where+".", look.Caption, look.CaptionLine))
}

func (p *Page) pairRow(i int) fyne.CanvasObject {
	pair := p.data.Pairs[i]
	names := controls.Column(1,
		controls.Across(10, 1, controls.KindShape(pair.Kind), controls.Plain(pair.A).Cut()),
		container.New(controls.Insets(0, 0, 0, indent), controls.Plain(pair.B).Cut()))
	row := controls.NewRow(0, container.New(controls.Inset(7, look.Pad), names), func() { p.OnGo(i) })
	row.Bleed = 0
	if i != p.data.Current {
		return row
	}
	row.SetSelected(true)
	return controls.Edged(row)
}

// indent is the room of the shape before a name.
const indent = 26

// decidedRows are the answers that were given.
func (p *Page) decidedRows() []fyne.CanvasObject {
	all := p.data.Decided
	rows := []fyne.CanvasObject{listHead("Decided", len(all), "")}
	for _, l := range all[:min(len(all), rowsMost)] {
		rows = append(rows, container.New(controls.Inset(4, look.Pad), p.decidedRow(l)),
			container.New(controls.Inset(6, look.Pad), controls.Rule()))
	}
	if n := len(all) - rowsMost; n > 0 {
		rows = append(rows, more(n, "in the log"))
	}
	words := "Decisions are kept. They hold when the articles are read again."
	if len(all) == 0 {
		words = "Answers come here. Each can be taken back."
	}
	return append(rows, container.New(controls.Insets(6, look.Pad, 16, look.Pad), note(words, look.Caption, look.CaptionLine)))
}

func (p *Page) decidedRow(l Line) fyne.CanvasObject {
	verb := controls.NewWords(l.Verb, look.Text, theme.ColorNameForeground).Strong()
	top := controls.Across(8, 0, verb, controls.Small(l.When))
	names := note(strings.Join(l.Names, "\n"), look.Text, look.TextLine)
	if p.data.ReadOnly {
		return controls.Column(2, top, names)
	}
	undo := controls.NewButton(controls.Usual, "undo", "Undo", func() { p.OnTakeBack(l.Number) })
	return controls.Column(2, top, controls.Across(8, 0, names, undo))
}
