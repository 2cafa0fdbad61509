package session

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"byline/graphmodel/article"
	"byline/graphmodel/store"
)

// What the many articles are made of. Names are made of parts, so that some
// come in many articles and most in few, as in the news.
var (
	givenNames = strings.Fields("Ada Bruno Carla Dario Edith Farid Greta Hugo Ingrid Jonas Karin Lucas Maria Nadia Oscar Paula Rafael Sonja Tomas Ursula Victor Wanda Yusuf Zora Anton Beatriz Cyril Dina Emil Flora")
	surnames   = strings.Fields("Arendt Barlow Castell Dragan Ekdahl Farrow Galvan Holm Ibarra Jensen Kowal Lindqvist Moreau Novak Olsen Petrov Quist Rossi Sandoval Tanaka Ulmer Vargas Weber Xander Yilmaz Zeller Abbott Brandt Corbin Duval Esposito Fontana Grimm Hartley Ivanov Jarvis Keller Lambert Marchetti Nilsson")
	states     = []string{"France", "Germany", "Spain", "Italy", "Poland", "Norway", "Sweden", "Finland", "Denmark", "Greece", "Turkey", "Egypt", "Kenya", "Nigeria", "Ghana", "Brazil", "Chile", "Peru", "Mexico", "Canada", "Japan", "India", "Nepal", "Vietnam", "Indonesia", "Australia", "Ukraine", "Hungary", "Austria", "Portugal"}
	places     = strings.Fields("Elva Bergen Tallow Merrin Corvo Dunmore Sarn Halvik Ostrava Lisle Varna Kelso Brac Tromso Ravenna Gdynia Aarhus Malaga Turku Siena")
	trades     = strings.Fields("Harbour Fisheries Energy Railway Steel Grain Water Shipping Housing Forest Mining Textile Airport Telecom Pension Climate Border Health Teachers Farmers")
	bodies     = strings.Fields("Council Authority Agency Union Group Ministry Institute Bank Commission Federation")
	matters    = strings.Fields("fishing grain timber copper water plastic coal fuel salt sugar battery data land rail housing steel")
	deeds      = []string{"tax", "ban", "levy", "agreement", "fund", "law", "quota", "reform", "programme", "treaty"}
	months     = strings.Fields("January February March April May June July August September October November December")
)

// What happens in them: %P is a person, %O a body, %C a country, %M a measure,
// %T a place, %N a number.
var happenings = strings.Split(`%C proposed %M on Monday, and %O welcomed the plan after a long debate in %T.
%P, the chairman of %O, criticised %C over %M and asked for more time.
%O said that %C had adopted %M in spite of the warnings of %O.
%C and %C signed %M in %T, where %N delegates had met for three days.
The president of %C, %P, met %P in %T and spoke about %M.
%P said the government of %C would support %M next year.
%O accused %O of blocking %M, which %P called a mistake.
%C condemned %C on Friday after talks about %M had failed.
Workers in %T waited for hours while lorries passed the gate and the rain did not stop.
%O will pay %N million euros to %O for new buildings near %T.
Prices rose by %N per cent in a year, and few people in the old town could say why.
%P resigned as head of %O after %N days in office.
%C imposed sanctions on %C, and %O urged both sides to return to the table.
“We have waited long enough for this,” said %P, a spokeswoman for %O, in a letter to members.
The court in %T will hear the case of %P against %O in the spring.
%P denied that %O had broken %M.
%C hosted a summit on trade in %T, and %C and %C took part.
It was the third time within a month that the ferry had been cancelled because of the wind.
%O plans to buy %O, a firm from %T with %N workers.
According to %P, %C may repeal %M before the end of the term.`, "\n")

// manyItems are n articles of some 500 words, the same for the same n.
func manyItems(n int) []store.Item {
	items := make([]store.Item, n)
	for i := range items {
		r := rand.New(rand.NewPCG(1, uint64(i)))
		cast := newCast(r)
		title := cast.fill("%C and %O at odds over %M")
		var text strings.Builder
		text.WriteString(title + "\n")
		for words := 0; words < 500; {
			line := cast.fill(happenings[r.IntN(len(happenings))])
			words += len(strings.Fields(line))
			sep := " "
			if r.IntN(4) == 0 {
				sep = "\n\n"
			}
			text.WriteString(sep + line)
		}
		a := article.Article{Title: title, Outlet: draw(r, places) + " Courier", Name: fmt.Sprintf("report-%05d", i), Language: "en",
			Published: time.Date(2025, 1, 1+i%365, 8, 0, 0, 0, time.UTC), Text: text.String()}
		a.ID = article.ID(a.Text)
		items[i] = store.Item{Number: i + 1, Article: a}
	}
	return items
}

// cast are those that one article is about, by their mark in happenings.
type cast struct {
	r     *rand.Rand
	parts map[string][]string
}

func draw(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

func newCast(r *rand.Rand) cast {
	c := cast{r, map[string][]string{}}
	for range 10 {
		c.add("%P", draw(r, givenNames)+" "+draw(r, surnames))
		c.add("%O", draw(r, places)+" "+draw(r, trades)+" "+draw(r, bodies))
		c.add("%C", draw(r, states))
		c.add("%M", "the "+draw(r, matters)+" "+draw(r, deeds)+" of "+draw(r, months))
		c.add("%T", draw(r, places))
		c.add("%N", fmt.Sprint(2+r.IntN(900)))
	}
	return c
}

func (c cast) add(mark, name string) { c.parts[mark] = append(c.parts[mark], name) }

func (c cast) fill(line string) string {
	for _, mark := range []string{"%P", "%O", "%C", "%M", "%T", "%N"} {
		for strings.Contains(line, mark) {
			line = strings.Replace(line, mark, draw(c.r, c.parts[mark]), 1)
		}
	}
	return line
}
