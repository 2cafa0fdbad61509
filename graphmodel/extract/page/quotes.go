package page

// markQuotes finds the quotations of the line that starts at token base. A
// mark that is never closed opens a speech that runs to the line's end.
func (p *Page) markQuotes(base int) {
	open := None
	for i := base; i < len(p.Tokens); i++ {
		switch p.Tokens[i].Text {
		case "“", "‘", "``":
			if open == None {
				open = i
			}
		case "”", "''":
			open = p.closeQuote(open, i, false)
		case "’":
			if open != None && p.Tokens[open].Text == "‘" {
				open = p.closeQuote(open, i, false)
			}
		case "\"":
			if open == None {
				open = i
			} else {
				open = p.closeQuote(open, i, false)
			}
		}
	}
	if open != None && p.Tokens[open].Text != "‘" {
		p.closeQuote(open, len(p.Tokens), true)
	}
}

func (p *Page) closeQuote(open, end int, left bool) int {
	if open == None || end <= open+1 {
		return None
	}
	for k := open + 1; k < end; k++ {
		p.Tokens[k].Quote = len(p.Quotes)
	}
	p.Quotes = append(p.Quotes, Quote{open + 1, end, left})
	return None
}

// Speech reports whether token i stands in a quotation long enough to be
// somebody's sentence and not a word under quotation marks.
func (p *Page) Speech(i int) bool {
	q := p.Tokens[i].Quote
	return q != None && p.Quotes[q].End-p.Quotes[q].Start >= 5
}
