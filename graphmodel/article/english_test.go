package article

import (
	"strings"
	"testing"
)

func TestLanguageOf(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"English", story, "en"},
		{"names in English", strings.Repeat("[[=1+1]] met Daniel Reyes. [[Zoltán Őry]] met Jürgen Müller.\n", 8), "en"},
		{"too short", "Der Minister hat nicht unterschrieben.", "en"},
		{"English with German quotation", story + " “Das ist nicht wenig”, sagte der Minister in Berlin. " + story, "en"},
		{"headline style", strings.Repeat("Norway Minister Halvorsen Signs Larvik Port Deal Amid Baltic Fund Row. ", 4), "en"},
		{"German", strings.Repeat("Die Regierung hat das Gesetz am Montag mit großer Mehrheit beschlossen. ", 4), "de"},
		{"French", strings.Repeat("Le gouvernement a adopté la loi lundi avec une large majorité des députés. ", 4), "fr"},
		{"Spanish", strings.Repeat("El gobierno aprobó la ley el lunes con una amplia mayoría de los diputados. ", 4), "es"},
		{"Greek", strings.Repeat("Η κυβέρνηση ψήφισε τον νόμο τη Δευτέρα με μεγάλη πλειοψηφία. ", 4), "el"},
		{"Arabic", strings.Repeat("أقرت الحكومة القانون يوم الاثنين بأغلبية كبيرة من النواب. ", 5), "ar"},
	}
	for _, c := range cases {
		if got, note := languageOf(c.text); got != c.want {
			t.Errorf("%s: %s (%s), want %s", c.name, got, note, c.want)
		}
	}
}
