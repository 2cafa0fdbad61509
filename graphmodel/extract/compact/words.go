package compact

import (
	"strings"

	"byline/graphmodel"
)

// common are words that stand in most readings.
var common = strings.Fields(`country organisation person measure
	name acronym demonym metonym nominal pronoun heading
	present past future ended positive negated asserted expected possible proposed alleged quoted
	verb verb-behind role called noun against home measure-for mutual owner parties`)

// known are the words that every reading of the article begins with, so that
// it need not say them.
func known(id string) []string {
	all := append([]string{id}, common...)
	for _, t := range graphmodel.LinkTypes() {
		all = append(all, string(t))
	}
	return all
}
