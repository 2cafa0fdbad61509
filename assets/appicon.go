package assets

// AppIcon returns the program's icon, PNG.
func AppIcon() []byte { return must("icons/byline.png") }
