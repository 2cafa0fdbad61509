package build_test

import (
	"slices"
	"testing"
)

// patternCase is a text, the links that must be read in it, and some that
// must not.
type patternCase struct {
	name, text string
	want, not  []string
}

func checkPatterns(t *testing.T, cases []patternCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := linksOf(graphOf(t, c.text))
			for _, w := range c.want {
				if !slices.Contains(got, w) {
					t.Errorf("%q\nmisses %q\nhas %q", c.text, w, got)
				}
			}
			for _, n := range c.not {
				if slices.Contains(got, n) {
					t.Errorf("%q\nhas the wrong %q", c.text, n)
				}
			}
		})
	}
}

func TestPatterns(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "active", text: "France condemned Russia on Monday.", want: []string{"France CRITICISES Russia"}, not: []string{"Russia CRITICISES France"}},
		{name: "passive", text: "Russia was condemned by France on Monday.", want: []string{"France CRITICISES Russia"}, not: []string{"Russia CRITICISES France"}},
		{name: "list of objects", text: "Germany criticised Iran, Syria and Belarus.", want: []string{"Germany CRITICISES Iran", "Germany CRITICISES Syria", "Germany CRITICISES Belarus"}},
		{name: "list of subjects", text: "Poland and Estonia urged Germany to act.", want: []string{"Poland URGES Germany", "Estonia URGES Germany"}},
		{name: "title before a name", text: "Norwegian Prime Minister Kari Solberg spoke in Oslo.", want: []string{"Kari Solberg LEADS Norway"}},
		{name: "office behind a name", text: "Anna Weber, the head of the World Bank, resigned on Friday.", want: []string{"Anna Weber LEADS World Bank"}},
		{name: "spokesman", text: "Home Office spokesman Peter Lang said the rule would change.", want: []string{"Peter Lang WORKS_FOR Home Office"}},
		{name: "envoy is of whom he is sent by", text: "The Canadian ambassador to Japan, Mary Cole, left on Monday.", not: []string{"Mary Cole WORKS_FOR Japan"}},
		{name: "party member", text: "Labour MP Susan Hart voted late.", want: []string{"Susan Hart MEMBER_OF Labour Party"}},
		{name: "body of a country", text: "The Norwegian parliament met on Tuesday.", want: []string{"Norwegian parliament OF_COUNTRY Norway"}},
		{name: "group of states", text: "The Nordic Council is a group of five countries, Denmark, Finland, Iceland, Norway, and Sweden.", want: []string{"Denmark MEMBER_OF Nordic Council", "Sweden MEMBER_OF Nordic Council"}},
		{name: "control", text: "Japan plans to introduce a carbon tax.", want: []string{"Japan PROPOSES carbon tax"}},
		{name: "adopted", text: "The European Union imposed new sanctions on Belarus.", want: []string{"European Union ADOPTS new sanctions on Belarus", "new sanctions on Belarus TARGETS Belarus"}},
		{name: "participle", text: "Sanctions imposed by Canada on Myanmar hit its army.", want: []string{"Canada SANCTIONS Myanmar"}},
		{name: "repeal", text: "Sweden scrapped the aviation tax last week.", want: []string{"Sweden REPEALS aviation tax"}},
		{name: "agreement between two", text: "The trade pact between Chile and New Zealand was signed.", want: []string{"Chile TAKES_PART_IN trade pact", "New Zealand TAKES_PART_IN trade pact"}},
		{name: "meeting", text: "Maria Lopez met Hassan Karimi in Geneva.", want: []string{"Hassan Karimi MEETS Maria Lopez"}},
		{name: "several together", text: "Egypt and Jordan held talks on Sunday.", want: []string{"Egypt MEETS Jordan"}},
		{name: "light verb and noun", text: "Spain held talks with Morocco on fishing.", want: []string{"Morocco MEETS Spain"}},
		{name: "nominalisation", text: "Turkey's invasion of Cyprus divided the island.", want: []string{"Turkey ATTACKS Cyprus"}},
		{name: "troops stand for their state", text: "Ethiopian troops attacked Eritrea at dawn.", want: []string{"Ethiopia ATTACKS Eritrea"}},
		{name: "must", text: "Finland said that Hungary must ratify the treaty.", want: []string{"Finland URGES Hungary"}},
		{name: "should not be a link of praise", text: "Finland said that Hungary must ratify the treaty.", not: []string{"Finland SUPPORTS Hungary"}},
		{name: "refusal", text: "Serbia has refused to meet Kosovo.", want: []string{"Serbia OPPOSES Kosovo"}},
		{name: "act said with a verb", text: "Kenya banned plastic bags last year.", want: []string{"Kenya ADOPTS ban on plastic bags"}},
		{name: "aim of a measure", text: "Norway passed a resolution to expel Russian troops from the island.", want: []string{"Norway ADOPTS resolution", "resolution TARGETS Russia"}},
		{name: "money", text: "Denmark donated 5 million euros to Ukraine.", want: []string{"Denmark FUNDS Ukraine"}},
		{name: "owner", text: "Siemens acquired Varian Systems in May.", want: []string{"Siemens OWNS Varian Systems"}},
		{name: "investigation", text: "The FBI is investigating Boeing.", want: []string{"FBI INVESTIGATES Boeing"}},
		{name: "banned in", text: "Hezbollah is banned in Germany.", want: []string{"Germany SANCTIONS Hezbollah"}},
		{name: "answer to a charge", text: "Estonia accused Russia of spying. Russia rejected the accusation.", want: []string{"Estonia CRITICISES Russia", "Russia OPPOSES Estonia"}},
		{name: "presence at the summit", text: "Austria hosted a climate summit in Vienna. Chile and Peru were also present.", want: []string{"Austria HOSTS climate summit", "Chile TAKES_PART_IN climate summit", "Peru TAKES_PART_IN climate summit"}},
		{name: "question", text: "Did Norway attack Sweden?", not: []string{"Norway ATTACKS Sweden"}},
		{name: "a source is no actor", text: "According to The Times, Ghana condemned Togo.", want: []string{"Ghana CRITICISES Togo"}, not: []string{"The Times CRITICISES Togo"}},
		{name: "who joins in doing is no member", text: "Chile joined the African Union in condemning the attack.", not: []string{"Chile MEMBER_OF African Union"}},
		{name: "who joins is a member", text: "Chad joined the African Union in 2002.", want: []string{"Chad MEMBER_OF African Union"}},
		{name: "verbs with another particle", text: "Chile backed away from Peru.", not: []string{"Chile SUPPORTS Peru"}},
		{name: "ties cut", text: "Morocco severed ties with Iran.", want: []string{"Morocco OPPOSES Iran"}},
		{name: "particle of its own", text: "Nigeria hit back at Niger.", want: []string{"Nigeria OPPOSES Niger"}, not: []string{"Nigeria ATTACKS Niger"}},
		{name: "object that makes the link", text: "Canada took aim at China.", want: []string{"Canada CRITICISES China"}},
		{name: "object that makes another link", text: "Ghana took part in the Accra water summit.", want: []string{"Ghana TAKES_PART_IN Accra water summit"}, not: []string{"Ghana CRITICISES Accra water summit"}},
		{name: "stake", text: "Nokia bought a stake in Alcatel Systems.", want: []string{"Nokia OWNS Alcatel Systems"}},
		{name: "signed up", text: "Cyprus signed up to the Paris climate agreement.", want: []string{"Cyprus TAKES_PART_IN Paris climate agreement"}},
		{name: "struck down", text: "The Constitutional Court struck down the citizenship law.", want: []string{"Constitutional Court REPEALS citizenship law"}, not: []string{"Constitutional Court ATTACKS citizenship law"}},
		{name: "light verb and attack", text: "Finland launched an attack on Estonia.", want: []string{"Finland ATTACKS Estonia"}, not: []string{"Estonia ATTACKS Finland"}},
		{name: "passive of a rarer verb", text: "Chad was castigated by Niger.", want: []string{"Niger CRITICISES Chad"}, not: []string{"Chad CRITICISES Niger"}},
		{name: "spoke out", text: "Austria spoke out against Hungary.", want: []string{"Austria CRITICISES Hungary"}},
		{name: "lead-in says who is blamed", text: "Anna Holm responded angrily, suggesting Poland was asleep: “Norway did this before and the minister is stuck in the mud”.", want: []string{"Anna Holm CRITICISES Poland"}, not: []string{"Anna Holm CRITICISES Norway"}},
		{name: "subject taken for an object", text: "Spain beat Portugal and Italy was angry.", not: []string{"Spain ATTACKS Italy"}},
	})
}

// What a speech says was done, and not by whom, is done by whom the speaker
// blames.
func TestBlame(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "done by who is blamed", text: "Anna Holm criticised Poland. “This is the result of scrapping the border scheme”, Holm said.", want: []string{"Poland REPEALS border scheme"}, not: []string{"Anna Holm REPEALS border scheme", "Anna Holm CRITICISES border scheme"}},
		{name: "nobody is blamed", text: "Anna Holm praised Poland. “This is the result of scrapping the border scheme”, Holm said.", not: []string{"Poland REPEALS border scheme"}},
		{name: "two are blamed", text: "Anna Holm criticised Poland and Latvia. “This is the result of scrapping the border scheme”, Holm said.", not: []string{"Poland REPEALS border scheme", "Latvia REPEALS border scheme"}},
		{name: "it is said who did it", text: "Anna Holm criticised Poland. “Latvia was wrong in scrapping the border scheme”, Holm said.", want: []string{"Latvia REPEALS border scheme"}, not: []string{"Poland REPEALS border scheme"}},
	})
}

func TestWhoseOffice(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "the only country with offices", text: "Norwegian Foreign Minister Kari Solberg met Iran, and Iran agreed. President Hallberg was absent.", want: []string{"Hallberg LEADS Norway"}, not: []string{"Hallberg LEADS Iran"}},
		{name: "a country has one leader", text: "Hungary and Hungarian farmers met in Hungary. US President Carl Brown called. Prime Minister Gabor Nagy answered.", want: []string{"Gabor Nagy LEADS Hungary"}, not: []string{"Gabor Nagy LEADS United States"}},
		{name: "the capital that it is of", text: "US President Carl Brown spoke of Iran. The prosecutor general of Tehran, Reza Karimi, answered.", want: []string{"Reza Karimi WORKS_FOR Iran"}, not: []string{"Reza Karimi WORKS_FOR United States"}},
	})
}

func TestWhoDoesAndToWhom(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "passive clause hung too low", text: "Norway announced a naval coalition to patrol the Baltic Sea which was joined by Chile and Peru.", want: []string{"Chile TAKES_PART_IN naval coalition", "Peru TAKES_PART_IN naval coalition"}},
		{name: "noun that stands for a measure", text: "Norway pushed for talks on a free trade zone.", want: []string{"Norway SUPPORTS free trade zone"}},
		{name: "who requests", text: "The Queen will comply with the request of Kari Solberg to suspend the Parliament of Norway.", want: []string{"Kari Solberg PROPOSES suspension of Parliament of Norway"}, not: []string{"Kari Solberg ADOPTS suspension of Parliament of Norway"}},
		{name: "through an adjective", text: "Chile was right to scrap the aviation tax.", want: []string{"Chile REPEALS aviation tax"}},
	})
}

func TestStandingAndHolding(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "part of an agreement", text: "Norway is part of a trade pact between Chile and Peru.", want: []string{"Norway TAKES_PART_IN trade pact"}},
		{name: "part of a body", text: "Norway wants to cease to be part of the African Union.", want: []string{"Norway MEMBER_OF African Union"}, not: []string{"Norway PART_OF African Union"}},
		{name: "is state-owned", text: "Norway agreed. The Norwegian Development Bank is state-owned.", want: []string{"Norway OWNS Norwegian Development Bank"}},
		{name: "is owned by others", text: "Norway agreed. The Norwegian Development Bank is well-owned.", not: []string{"Norway OWNS Norwegian Development Bank"}},
		{name: "whose licence", text: "Chile revoked Nokia's export licence.", want: []string{"Chile REPEALS export licence", "export licence TARGETS Nokia"}, not: []string{"Nokia ADOPTS export licence"}},
		{name: "a loan to somebody", text: "Chile announced a government loan to Nokia.", want: []string{"government loan FUNDS Nokia"}},
		{name: "a company's loan", text: "Peru guarantees Siemens' government loan.", want: []string{"government loan FUNDS Siemens"}, not: []string{"Siemens PROPOSES government loan"}},
		{name: "a state's loan", text: "Peru repaid Chile's government loan.", want: []string{"Chile PROPOSES government loan"}, not: []string{"government loan FUNDS Chile"}},
		{name: "under a body", text: "Nordea Bank is under the supervision of the World Bank.", want: []string{"Nordea Bank PART_OF World Bank"}, not: []string{"World Bank PART_OF Nordea Bank"}},
		{name: "nobody owns a house", text: "The Labour Party controlled a majority of the House of Commons.", not: []string{"Labour Party OWNS House of Commons"}},
		{name: "an order to somebody", text: "Chile issued a security order to Nokia.", want: []string{"security order TARGETS Nokia"}},
		{name: "a bill is sent and binds nobody", text: "Chile sent a tax bill to the Parliament of Peru.", not: []string{"tax bill TARGETS Parliament of Peru"}},
		{name: "sanctions to do something", text: "Chile is discussing new sanctions to curb Peru's access to the market.", want: []string{"new sanctions TARGETS Peru"}},
		{name: "at the request of somebody", text: "Chile did so at the request of Peru.", want: []string{"Peru URGES Chile"}, not: []string{"Chile URGES Peru"}},
		{name: "not at a request", text: "Chile did so at the border of Peru.", not: []string{"Peru URGES Chile"}},
	})
}

func TestTheAttack(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "of whom there is one", text: "Chile bombed Peru on Monday. It rained. Norway called the attack a mistake.", want: []string{"Norway CRITICISES Chile"}, not: []string{"Norway CRITICISES Peru"}},
		{name: "not of who fights", text: "Chile bombed Peru on Monday. Ghana fights Togo. Norway called the attack a mistake.", want: []string{"Norway CRITICISES Chile"}, not: []string{"Norway CRITICISES Ghana"}},
		{name: "claimed", text: "There was an attack on an oil plant in Peru. The attack was claimed by Hezbollah.", want: []string{"Hezbollah ATTACKS Peru"}},
	})
}

func TestFeelings(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "who is disappointed is not blamed", text: "Kari Solberg said Norway was disappointed by the vote.", not: []string{"Kari Solberg CRITICISES Norway"}},
		{name: "who is dangerous is", text: "Kari Solberg said Chile was dangerous.", want: []string{"Kari Solberg CRITICISES Chile"}},
		{name: "who is disappointing is", text: "Kari Solberg said Chile was a disgrace.", want: []string{"Kari Solberg CRITICISES Chile"}},
	})
}

func TestVerbsWithNouns(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "under fire", text: "Boeing came under fire from Airbus on Monday.", want: []string{"Airbus CRITICISES Boeing"}, not: []string{"Boeing CRITICISES Airbus", "Airbus ATTACKS Boeing"}},
		{name: "came from is no blame", text: "Boeing came from Airbus on Monday.", not: []string{"Airbus CRITICISES Boeing"}},
		{name: "drew criticism", text: "Chile drew criticism from Peru.", want: []string{"Peru CRITICISES Chile"}},
		{name: "sold", text: "Siemens sold Varian Systems to Nokia.", want: []string{"Nokia OWNS Varian Systems"}, not: []string{"Siemens OWNS Varian Systems"}},
		{name: "took over", text: "Nokia took over Alcatel Systems.", want: []string{"Nokia OWNS Alcatel Systems"}},
		{name: "pulled out of", text: "Norway pulled out of the trade pact.", want: []string{"Norway REPEALS trade pact"}},
		{name: "fined a sum", text: "The European Commission fined Google 2 billion euros.", want: []string{"European Commission INVESTIGATES Google"}},
		{name: "refusal that angers", text: "Chile's refusal to back Peru angered Norway.", want: []string{"Norway CRITICISES Chile", "Chile OPPOSES Peru"}, not: []string{"Chile CRITICISES Norway"}},
		{name: "angered by a refusal", text: "Norway was angered by Chile's refusal to sign the tax treaty.", want: []string{"Norway CRITICISES Chile"}},
		{name: "refuses to go to a place", text: "Kari Solberg refused to return to Chile.", not: []string{"Kari Solberg OPPOSES Chile"}},
		{name: "verb joined too low", text: "The United Nations called Myanmar to account and rebuked Thailand.", want: []string{"United Nations CRITICISES Thailand"}, not: []string{"Myanmar CRITICISES Thailand"}},
	})
}

func TestWhomAWordStandsFor(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "a named envoy acts himself", text: "Vietnam's ambassador Nguyen Van Minh praised Laos.", want: []string{"Nguyen Van Minh SUPPORTS Laos"}, not: []string{"Vietnam SUPPORTS Laos"}},
		{name: "an envoy without a name acts for his state", text: "Vietnam's ambassador praised Laos.", want: []string{"Vietnam SUPPORTS Laos"}},
		{name: "police of the country spoken of", text: "Norway held talks in Norway. Police arrested Kari Solberg.", want: []string{"Norway INVESTIGATES Kari Solberg"}},
		{name: "police of no one country", text: "Norway met Chile. Police arrested Kari Solberg.", not: []string{"Norway INVESTIGATES Kari Solberg", "Chile INVESTIGATES Kari Solberg"}},
		{name: "prosecutors in a country", text: "Prosecutors in Norway charged Kari Solberg.", want: []string{"Norway INVESTIGATES Kari Solberg"}},
		{name: "members of a house", text: "The Senate of Chile met. Senators criticised Peru.", want: []string{"Senate of Chile CRITICISES Peru"}},
	})
}

func TestConditions(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "if", text: "If Serbia attacks Kosovo, Albania will respond.", not: []string{"Serbia ATTACKS Kosovo"}},
		{name: "unless", text: "Albania will respond unless Serbia meets Kosovo.", not: []string{"Kosovo MEETS Serbia"}},
		{name: "when is no condition", text: "When Serbia attacked Kosovo, Albania responded.", want: []string{"Serbia ATTACKS Kosovo"}},
	})
}

func TestQuotations(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "this is what the article is about", text: "Norway announced a whaling ban on Monday. The whaling ban is long. It rained. It snowed. It thawed. “This is a disgrace for all of us here”, Kari Solberg said.", want: []string{"Kari Solberg CRITICISES whaling ban"}},
		{name: "this is who was just named", text: "Norway announced a whaling ban on Monday. “Chile sleeps and this is a disgrace for us”, Kari Solberg said.", want: []string{"Kari Solberg CRITICISES Chile"}, not: []string{"Kari Solberg CRITICISES whaling ban"}},
		{name: "nobody blames his own", text: "Norwegian Foreign Minister Kari Solberg spoke. “Those who tie this to Norway are lying about it”, Solberg said.", not: []string{"Kari Solberg CRITICISES Norway"}},
		{name: "without tone", text: "Norway announced a whaling ban. “The whaling ban starts on the first of May”, Kari Solberg said.", want: []string{"Kari Solberg COMMENTS_ON whaling ban"}},
		{name: "with tone", text: "Norway announced a whaling ban. “The whaling ban is a disgrace for all of us”, Kari Solberg said.", want: []string{"Kari Solberg CRITICISES whaling ban"}, not: []string{"Kari Solberg COMMENTS_ON whaling ban"}},
		{name: "without tone or thing", text: "Norway announced a whaling ban. It was Monday. “Rain is due in the whole of the north”, Kari Solberg said.", not: []string{"Kari Solberg COMMENTS_ON whaling ban"}},
	})
}

func TestStances(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "opposed to", text: "Norway is opposed to the whaling ban.", want: []string{"Norway OPPOSES whaling ban"}},
		{name: "critical of", text: "Norway is critical of Chile.", want: []string{"Norway CRITICISES Chile"}, not: []string{"Chile CRITICISES Norway"}},
		{name: "in favour of", text: "Norway is in favour of the whaling ban.", want: []string{"Norway SUPPORTS whaling ban"}},
		{name: "against", text: "Norway is against the whaling ban.", want: []string{"Norway OPPOSES whaling ban"}},
		{name: "who receives support does not give it", text: "Norway received support from Chile.", want: []string{"Chile SUPPORTS Norway"}, not: []string{"Norway SUPPORTS Chile"}},
		{name: "recalled", text: "Chile recalled its ambassador from Peru.", want: []string{"Chile OPPOSES Peru"}},
		{name: "assets", text: "Chile froze the assets of Nokia.", want: []string{"Chile SANCTIONS Nokia"}},
		{name: "shot down", text: "Chile shot down a Peruvian drone.", want: []string{"Chile ATTACKS Peru"}},
	})
}

func TestOffices(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "appointed", text: "Kari Solberg was appointed head of the World Bank.", want: []string{"Kari Solberg LEADS World Bank"}},
		{name: "elected", text: "Kari Solberg was elected president of Chile.", want: []string{"Kari Solberg LEADS Chile"}},
		{name: "named as its", text: "The World Bank named Kari Solberg as its new president.", want: []string{"World Bank APPOINTS Kari Solberg", "Kari Solberg LEADS World Bank"}},
		{name: "resigned", text: "Kari Solberg has resigned as head of the World Bank.", want: []string{"Kari Solberg LEADS World Bank"}},
		{name: "became", text: "Kari Solberg became president of Chile.", want: []string{"Kari Solberg LEADS Chile"}},
		{name: "elected to nothing", text: "Kari Solberg was elected in Chile.", not: []string{"Kari Solberg LEADS Chile"}},
		{name: "described as", text: "Kari Solberg was described as a friend of Chile.", not: []string{"Kari Solberg LEADS Chile", "Kari Solberg WORKS_FOR Chile"}},
	})
}

func TestMoneyGoodsAndHomes(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "a sum to somebody", text: "Chile provided 5 million euros in aid to Peru.", want: []string{"Chile FUNDS Peru"}, not: []string{"Peru FUNDS Chile"}},
		{name: "a loan at the verb", text: "The World Bank approved a government loan to Peru.", want: []string{"government loan FUNDS Peru"}},
		{name: "goods from somewhere", text: "Chile imposed tariffs on goods from Peru.", want: []string{"tariffs on goods TARGETS Peru"}},
		{name: "the other party", text: "The European Union reached a trade deal with Mercosur.", want: []string{"European Union TAKES_PART_IN trade deal", "Mercosur TAKES_PART_IN trade deal"}},
		{name: "a share of", text: "Nokia owns 20 percent of Siemens.", want: []string{"Nokia OWNS Siemens"}},
		{name: "headquartered", text: "Nokia is headquartered in Finland.", want: []string{"Nokia OF_COUNTRY Finland"}},
		{name: "based", text: "Nokia, based in Finland, bought Siemens.", want: []string{"Nokia OF_COUNTRY Finland"}, not: []string{"Siemens OF_COUNTRY Finland"}},
		{name: "met in a country", text: "Nokia and Siemens met in Finland.", not: []string{"Nokia OF_COUNTRY Finland"}},
	})
}

func TestPeopleAndPlaces(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "from a body", text: "Anna Holm from Amnesty International condemned Chile.", want: []string{"Anna Holm WORKS_FOR Amnesty International", "Anna Holm CRITICISES Chile"}},
		{name: "who is", text: "Anna Holm, who is chief executive of Nokia, praised Siemens.", want: []string{"Anna Holm LEADS Nokia"}},
		{name: "members of a body", text: "NATO members Norway and Denmark backed the tax plan.", want: []string{"Norway MEMBER_OF NATO", "Denmark MEMBER_OF NATO"}},
		{name: "held in a country", text: "Carlos Diaz was arrested in Chile.", want: []string{"Chile INVESTIGATES Carlos Diaz"}},
		{name: "held by another", text: "Carlos Diaz was arrested in Chile by Peru.", want: []string{"Peru INVESTIGATES Carlos Diaz"}, not: []string{"Chile INVESTIGATES Carlos Diaz"}},
		{name: "a court in a country", text: "A court in Chile convicted Carlos Diaz of fraud.", want: []string{"Chile INVESTIGATES Carlos Diaz"}},
		{name: "under investigation", text: "Nokia is under investigation by the European Commission.", want: []string{"European Commission INVESTIGATES Nokia"}, not: []string{"Nokia INVESTIGATES European Commission"}},
		{name: "expelled from", text: "Norwegian diplomats were expelled from Chile.", want: []string{"Chile SANCTIONS Norway"}, not: []string{"Norway SANCTIONS Chile"}},
		{name: "border closed", text: "Chile closed its border with Peru.", want: []string{"Chile OPPOSES Peru"}},
		{name: "denied that another did", text: "Maria Lopez denied that Chile had attacked Peru.", not: []string{"Maria Lopez CRITICISES Chile"}},
		{name: "resolution that condemns", text: "The Security Council adopted a resolution condemning Peru.", want: []string{"resolution condemning Peru TARGETS Peru"}},
	})
}

// One sentence and one counter-sentence for each way in which the parse states
// a link.
func TestWaysOfSaying(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "verb with preposition", text: "Chile cracked down on Nokia and called for a whaling ban.", want: []string{"Chile PROPOSES whaling ban"}, not: []string{"Nokia PROPOSES whaling ban"}},
		{name: "passive without doer", text: "The whaling ban was condemned in the evening.", not: []string{"Chile CRITICISES whaling ban"}},
		{name: "title of another's deputy", text: "Chilean deputy foreign minister Carlos Diaz met the Chilean foreign minister.", want: []string{"Carlos Diaz LEADS Chile"}},
		{name: "apposition", text: "The head of the World Bank, Anna Holm, praised Chile.", want: []string{"Anna Holm LEADS World Bank", "Anna Holm SUPPORTS Chile"}},
		{name: "apposition of another", text: "Anna Holm praised Carlos Diaz, the head of the World Bank.", want: []string{"Carlos Diaz LEADS World Bank"}, not: []string{"Anna Holm LEADS World Bank"}},
		{name: "copula", text: "Anna Holm is the director of the World Bank.", want: []string{"Anna Holm LEADS World Bank"}},
		{name: "copula of no office", text: "Anna Holm is a customer of the World Bank.", not: []string{"Anna Holm LEADS World Bank"}},
		{name: "possessive", text: "Chile's carbon tax was opposed by Peru.", want: []string{"Chile ADOPTS carbon tax", "Peru OPPOSES carbon tax"}, not: []string{"Peru ADOPTS carbon tax"}},
		{name: "reduced relative", text: "Peru rejected sanctions imposed by Norway.", want: []string{"Norway ADOPTS sanctions imposed by Norway"}, not: []string{"Peru ADOPTS sanctions imposed by Norway"}},
		{name: "relative clause", text: "Chile, which attacked Peru, met Norway.", want: []string{"Chile ATTACKS Peru"}, not: []string{"Norway ATTACKS Peru"}},
		{name: "list with such as", text: "Norway criticised states such as Chile, Peru and Ghana.", want: []string{"Norway CRITICISES Chile", "Norway CRITICISES Peru", "Norway CRITICISES Ghana"}, not: []string{"Chile CRITICISES Peru"}},
		{name: "object control", text: "Norway urged Chile to adopt a carbon tax.", want: []string{"Norway URGES Chile", "Chile ADOPTS carbon tax"}, not: []string{"Norway ADOPTS carbon tax"}},
		{name: "light verb", text: "Norway reached a fishing deal with Chile.", want: []string{"Norway TAKES_PART_IN fishing deal"}, not: []string{"Norway ATTACKS fishing deal"}},
		{name: "reported", text: "Norway said Chile attacked Peru.", want: []string{"Chile ATTACKS Peru"}, not: []string{"Norway ATTACKS Peru", "Norway ATTACKS Chile"}},
		{name: "nominalisation", text: "Norway's criticism of Chile grew.", want: []string{"Norway CRITICISES Chile"}, not: []string{"Chile CRITICISES Norway"}},
		{name: "nominalisation with by", text: "The killing of Carlos Diaz by Peru shocked Chile.", want: []string{"Peru ATTACKS Carlos Diaz"}, not: []string{"Chile ATTACKS Carlos Diaz"}},
		{name: "participle in front", text: "Praising the tax treaty, Norway thanked Chile.", want: []string{"Norway SUPPORTS tax treaty"}, not: []string{"Chile SUPPORTS tax treaty"}},
		{name: "addressing envoys", text: "Norway opened a climate summit in Oslo. Addressing representatives from Chile and Peru, Kari Solberg said it was late.", want: []string{"Chile TAKES_PART_IN climate summit", "Peru TAKES_PART_IN climate summit"}},
		{name: "present at nothing", text: "Chile and Peru were also present.", not: []string{"Chile TAKES_PART_IN climate summit"}},
		{name: "two things under one verb are no link", text: "Chile slept while Peru rained.", not: []string{"Chile RELATED_TO Peru", "Peru RELATED_TO Chile"}},
	})
}

func TestTheCall(t *testing.T) {
	checkPatterns(t, []patternCase{
		{name: "seconded", text: "Chile urged Norway to act. The call was seconded by Peru.", want: []string{"Peru SUPPORTS Chile"}, not: []string{"Peru SUPPORTS Norway"}},
		{name: "called for", text: "Chile called for G7 action. The call was backed by Peru.", want: []string{"Peru SUPPORTS Chile"}},
		{name: "threat", text: "Chile threatened Norway. Peru condemned the threat.", want: []string{"Peru CRITICISES Chile"}, not: []string{"Peru CRITICISES Norway"}},
		{name: "nobody called", text: "Chile met Norway. Peru backed the call.", not: []string{"Peru SUPPORTS Chile", "Peru SUPPORTS Norway"}},
	})
}
