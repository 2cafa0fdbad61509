package build_test

import (
	"slices"
	"testing"
)

// TestNameLists proves what the lists of places, given names and ranks say of
// a name's kind, and where they must keep silent.
func TestNameLists(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want, not  []string // kind and name
	}{
		{name: "river", text: "The engineers say the Danube brings much water.", not: []string{"organisation Danube", "person Danube"}},
		{name: "region", text: "Germany sent help to Silesia. Silesia was flooded in May.", not: []string{"organisation Silesia", "person Silesia"}},
		{name: "body of a place", text: "The Yorkshire Building Council met on Monday.", want: []string{"organisation Yorkshire Building Council"}},
		{name: "surname that is a city", text: "Harriet London spoke first. London then thanked the crowd.", want: []string{"person Harriet London"}},
		{name: "surname that the language layer takes for a body", text: "Prime Minister Alexis Voulgaris hosted the ceremony. The opposition accused Voulgaris of giving away too much. The alliance praised Voulgaris and Tervo.", want: []string{"person Alexis Voulgaris"}, not: []string{"organisation Voulgaris"}},
		{name: "given name", text: "Zbigniew Halvorsen wrote to Saskia Brandt.", want: []string{"person Zbigniew Halvorsen", "person Saskia Brandt"}},
		{name: "rank before a name", text: "Army Lt. Gen. Edmund Q. Harlow praised the troops.", want: []string{"person Edmund Q. Harlow"}},
		{name: "storm", text: "Hurricane Wilma reached Cuba. Hurricane Wilma then grew. Wilma killed four people.", not: []string{"person Wilma", "person Hurricane Wilma"}},
		{name: "town taken for a person", text: "She visited Bielefeld and Oldenburg in June.", not: []string{"person Bielefeld", "person Oldenburg", "organisation Bielefeld", "organisation Oldenburg"}},
		{name: "surname alone", text: "Meyer had written to the ministry in 1926.", want: []string{"person Meyer"}},
		{name: "company with a surname", text: "Siemens told investors that profits fell.", want: []string{"organisation Siemens"}, not: []string{"person Siemens"}},
		{name: "body with a surname", text: "Researchers at the Meyer Institute published the study.", want: []string{"organisation Meyer Institute"}, not: []string{"person Meyer"}},
		{name: "company that is also a town", text: "Nokia sold its factory near Bielefeld.", want: []string{"organisation Nokia"}, not: []string{"organisation Bielefeld"}},
		{name: "company and newspaper from the list", text: "According to Le Figaro, Konami will close its office.", want: []string{"organisation Le Figaro", "organisation Konami"}},
		{name: "does what people do", text: "Deciding to paint, Orvelle enrolled at a school in Leeds. Orvelle met his wife there.", want: []string{"person Orvelle"}, not: []string{"organisation Orvelle"}},
		{name: "has what people have", text: "The museum shows Tarquell's wedding clothes.", not: []string{"organisation Tarquell"}},
		{name: "made by a person", text: "The best film was The Lantern, directed by Henrik Tarvald.", want: []string{"person Henrik Tarvald"}},
		{name: "kin before a name", text: "The king was replaced by his nephew Ordovan.", not: []string{"organisation Ordovan"}},
		{name: "body does what bodies do", text: "Quorvex announced a profit. Quorvex's shares rose.", not: []string{"person Quorvex"}},
		{name: "peoples", text: "The eastern Melanesians travelled north and wrote nothing.", not: []string{"person Melanesians", "organisation Melanesians"}},
		{name: "place beside a place", text: "Granite islands are Madagascar and Ovanto.", not: []string{"person Ovanto", "organisation Ovanto"}},
		{name: "town in a list with a company", text: "The firms come from Osaka, Bielefeld and Amagasaki.", not: []string{"organisation Amagasaki", "person Amagasaki"}},
		{name: "person that the language layer leaves out", text: "The crowd waited. Later Caldwell dismissed the vote.", want: []string{"person Caldwell"}},
		{name: "kin and full name", text: "However, his rival Wirantono Subagja also declared victory.", want: []string{"person Wirantono Subagja"}},
		{name: "double surname", text: "Later Caldwell-Moreno wrote the first novel about flying.", want: []string{"person Caldwell-Moreno"}},
		{name: "common word at the start", text: "Critics smiled. Teams wrote letters.", not: []string{"person Critics", "person Teams"}},
		{name: "acronym of a thing written small", text: "The cells make reactive nitrogen compounds (RNC). RNC harms the spores.", not: []string{"organisation RNC", "person RNC"}},
		{name: "acronym of a thing in capitals", text: "Patients fill in the CPQ [Common Pain Questionnaire]. The CPQ has ten parts.", not: []string{"organisation CPQ"}},
		{name: "acronym of a body", text: "The Coastal Harbour Agency (CHA) closed. The CHA said so.", want: []string{"organisation Coastal Harbour Agency"}},
		{name: "acronym over small words", text: "Petra Holm leads the Coastal Institute of Tides and Hidden Currents (CITHC). The CITHC said so.", want: []string{"organisation Coastal Institute of Tides and Hidden Currents"}, not: []string{"organisation CITHC", "organisation Hidden Currents", "organisation Coastal Institute of Tides"}},
		{name: "acronym of an office", text: "She is a Member of Parliament (MP) in London.", not: []string{"organisation Member of Parliament"}},
		{name: "two parts under one article", text: "In April, the Harbour Oversight and Tides Committee called a witness.", want: []string{"organisation Harbour Oversight and Tides Committee"}, not: []string{"organisation Tides Committee", "organisation Harbour Oversight"}},
		{name: "two bodies under one article", text: "In April, the Senate and Tides Committee members met.", not: []string{"organisation Senate and Tides Committee"}},
		{name: "acronym of a body written small", text: "Officers of the national fisheries agency (NFA) came. The NFA said so.", want: []string{"organisation NFA"}},
		{name: "surname with al-", text: "The head of the audit, Hamdan al-Rubaie, left.", want: []string{"person Hamdan al-Rubaie"}},
		{name: "name with d'", text: "She studied under Prof. Lucia d'Amaro in May.", want: []string{"person Lucia d'Amaro"}},
		{name: "possessive inside a tag", text: "Civic Harmony's Wong Yeung-lok was defeated in this district.", want: []string{"person Wong Yeung-lok"}},
		{name: "initial", text: "The interviewee is R Halvorsen. Image: R Halvorsen.", want: []string{"person R Halvorsen"}},
		{name: "surname that is a word of places", text: "The professor Marc Bernard Hill commented on it.", want: []string{"person Marc Bernard Hill"}},
		{name: "place with a compass", text: "The army stood in northern Ordovan and crossed the Ordovan valley.", not: []string{"person Ordovan", "organisation Ordovan"}},
		{name: "place that is taken", text: "Rebels overran Tarquella and besieged Ovanto.", not: []string{"person Tarquella", "organisation Tarquella", "person Ovanto", "organisation Ovanto"}},
		{name: "place in a place", text: "The match was played at home. Preston, Texas was quiet.", not: []string{"person Preston"}},
		{name: "magazine", text: "He reads the Harbour Magazine every week.", want: []string{"organisation Harbour Magazine"}},
		{name: "acronym that acts", text: "Members of the QVRA voted in June. The QVRA has nine members.", want: []string{"organisation QVRA"}},
		{name: "acronym that says more of a noun", text: "They use an OXD drive for it.", not: []string{"organisation OXD"}},
		{name: "Roman numeral", text: "The rooms of Louis XIV were full.", not: []string{"organisation XIV"}},
		{name: "shouting", text: "THE SHOP IS FULL OF LOVE SHE SAID.", not: []string{"organisation SHOP", "organisation LOVE"}},
		{name: "part of a name with a hyphen", text: "Later the network QVB-TVN was closed.", not: []string{"organisation TVN"}},
		{name: "place with the word of a body", text: "He grew up in the West Bank.", not: []string{"organisation West Bank"}},
		{name: "species", text: "The team used Lasius niger, an ant species.", not: []string{"person Lasius", "organisation Lasius"}},
		{name: "common noun at the start", text: "Email: Ann Smith replied. Laughter. They left.", not: []string{"person Email", "person Laughter"}},
		{name: "small word behind a name", text: "The winner was Elizabeth Warwick In the eastern part of the town.", not: []string{"person Elizabeth Warwick In"}},
		{name: "title of nobility", text: "The town was ruled by Count Anton Halberg until 1848.", want: []string{"person Anton Halberg"}},
		{name: "trade before a name", text: "Drummer Lars Halvorsen said he was glad.", want: []string{"person Lars Halvorsen"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, e := range graphOf(t, c.text).Entities() {
				got = append(got, string(e.Kind)+" "+e.Name)
			}
			for _, w := range c.want {
				if !slices.Contains(got, w) {
					t.Errorf("%q: %q is missing from %q", c.text, w, got)
				}
			}
			for _, w := range c.not {
				if slices.Contains(got, w) {
					t.Errorf("%q: %q is wrong in %q", c.text, w, got)
				}
			}
		})
	}
}
