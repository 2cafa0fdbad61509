package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Sizes of the window, in Fyne's units.
const (
	Menu         float32 = 28
	Toolbar      float32 = 44
	Strip        float32 = 36
	Table        float32 = 260
	LeftWide     float32 = 248
	LeftRail     float32 = 44
	Details      float32 = 352
	DetailsLow   float32 = 300 // where the window is narrow
	Reader       float32 = 372
	CanvasLeast  float32 = 480
	WindowWidth  float32 = 900
	WindowHeight float32 = 520

	Pad     float32 = 16 // inside a panel
	Row     float32 = 28
	ListRow float32 = 44
	Button  float32 = 30
	Chip    float32 = 20
)

// Sizes of type.
const (
	Caption  float32 = 11
	Text     float32 = 13
	Article  float32 = 14
	LinkEnd  float32 = 15
	Title    float32 = 18
	PageHead float32 = 20
	StartBig float32 = 24
)

// Heights of a line of type.
const (
	CaptionLine float32 = 15
	TextLine    float32 = 20
	ArticleLine float32 = 23
)

// sizes gives Fyne's names their sizes.
func sizes(name fyne.ThemeSizeName) (float32, bool) {
	s, ok := map[fyne.ThemeSizeName]float32{
		theme.SizeNameText:               Text,
		theme.SizeNameCaptionText:        Caption,
		theme.SizeNameSubHeadingText:     LinkEnd,
		theme.SizeNameHeadingText:        PageHead,
		theme.SizeNameInlineIcon:         18,
		theme.SizeNamePadding:            4,
		theme.SizeNameInnerPadding:       8,
		theme.SizeNameLineSpacing:        4,
		theme.SizeNameSeparatorThickness: 1,
		theme.SizeNameInputBorder:        1,
		theme.SizeNameInputRadius:        5,
		theme.SizeNameButtonRadius:       5,
		theme.SizeNameCardRadius:         5,
		theme.SizeNamePopupRadius:        5,
		theme.SizeNameMenuRadius:         5,
		theme.SizeNameSelectionRadius:    4,
		theme.SizeNameDialogRadius:       8,
		theme.SizeNameModalBlurRadius:    0,
		theme.SizeNameScrollBar:          10,
		theme.SizeNameScrollBarSmall:     4,
		theme.SizeNameSplitThickness:     6,
	}[name]
	return s, ok
}
