package layout

// once is a layout that is quick enough to be one step.
type once struct {
	work func() Positions
	at   Positions
}

// Once is a layout of n nodes that is made in one step.
func Once(n int, work func() Positions) Stepper {
	return &once{work: work, at: make(Positions, n)}
}

func (o *once) Step() bool {
	if o.work != nil {
		o.at, o.work = o.work(), nil
	}
	return false
}

func (o *once) Progress() float64 {
	if o.work == nil {
		return 1
	}
	return 0
}

func (o *once) Positions() Positions { return o.at }
