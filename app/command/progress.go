package command

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/mattn/go-isatty"
)

const (
	barWidth   = 30
	plainLines = 10 // lines of progress of one job where there is no terminal
	shortJob   = 20 // things to do, below which such a job has no lines at all
)

// progress shows how far a job is: a bar on a terminal, a few plain lines
// elsewhere.
type progress struct {
	w        io.Writer
	mu       *sync.Mutex
	terminal bool
	shown    bool
	last     int
}

func newProgress(w io.Writer, mu *sync.Mutex) progress {
	f, ok := w.(*os.File)
	return progress{w: w, mu: mu, terminal: ok && isatty.IsTerminal(f.Fd())}
}

// show says that done of total are done. One article alone shows nothing.
func (p *progress) show(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w == nil || total < 2 {
		return
	}
	if p.terminal {
		full := barWidth * done / total
		p.shown = true
		_, _ = fmt.Fprintf(p.w, "\r\033[K%s%s %d of %d", strings.Repeat("█", full), strings.Repeat("░", barWidth-full), done, total)
		return
	}
	if step := plainLines * done / total; total >= shortJob && step > p.last {
		p.last = step
		_, _ = fmt.Fprintf(p.w, "byline: read %d of %d\n", done, total)
	}
}

// part says how much of one article is read, 0 to 1, on a terminal.
func (p *progress) part(share float64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	percent := int(100 * share)
	if !p.terminal || p.w == nil || percent <= p.last {
		return
	}
	p.shown, p.last = true, percent
	full := barWidth * percent / 100
	_, _ = fmt.Fprintf(p.w, "\r\033[K%s%s %d %%", strings.Repeat("█", full), strings.Repeat("░", barWidth-full), percent)
}

// count says how many are done where nobody knows how many there are.
func (p *progress) count(done int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.terminal && p.w != nil {
		p.shown = true
		_, _ = fmt.Fprintf(p.w, "\r\033[K%d read", done)
	}
}

// clear takes the bar away before another line is written.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		p.shown = false
		_, _ = io.WriteString(p.w, "\r\033[K")
	}
}
