package graphview

import (
	"slices"

	"byline/app/scene"
	"byline/graphmodel/layout"
)

const zoomStep = 1.25

// FitAll brings everything that is drawn into sight, and keeps it there until
// a person moves the picture.
func (v *View) FitAll() {
	v.steered = false
	v.fly(v.fitted())
}

// LookAt brings the part into sight that a camera without a size shows.
func (v *View) LookAt(c scene.Camera) {
	v.steered = true
	v.fly(c.Resize(v.camera.Width, v.camera.Height))
}

// Chosen is the part in sight if a person chose it, else a camera without a
// zoom: all of the graph is in sight then, whatever it becomes.
func (v *View) Chosen() scene.Camera {
	if !v.steered {
		return scene.Camera{}
	}
	return v.camera
}

// fitted is the camera that shows everything, with no thing under the controls
// in the corner.
func (v *View) fitted() scene.Camera {
	c := v.camera.Fit(v.model.Bounds())
	if !v.cornered(c) {
		return c
	}
	corner := scene.CornerBox(c)
	above, beside := c, c
	above.Height = corner.Y
	above = above.Fit(v.model.Bounds())
	above.CenterY += (c.Height - above.Height) / 2 / above.Zoom
	above.Height = c.Height
	beside.Width = corner.X
	beside = beside.Fit(v.model.Bounds())
	beside.CenterX += (c.Width - beside.Width) / 2 / beside.Zoom
	beside.Width = c.Width
	if above.Zoom >= beside.Zoom {
		return above
	}
	return beside
}

// cornered reports whether a thing lies under the controls in the corner.
func (v *View) cornered(c scene.Camera) bool {
	corner := scene.CornerBox(c)
	for _, id := range v.model.IDs() {
		at, _ := v.model.At(id)
		x, y := c.ScreenOf(at)
		if x > corner.X-cornerRoom && y > corner.Y-cornerRoom {
			return true
		}
	}
	return false
}

// cornerRoom is the room of a shape beside the controls.
const cornerRoom = 24

// FitSelection brings the selected things into sight.
func (v *View) FitSelection() {
	ids := slices.Clone(v.state.Selected)
	for _, key := range v.state.SelectedLinks {
		ids = append(ids, key.From, key.To)
	}
	var box scene.Rect
	for _, id := range ids {
		if at, ok := v.model.At(id); ok {
			box = around(box, at)
		}
	}
	if box == (scene.Rect{}) {
		return
	}
	v.steered = true
	v.fly(v.camera.Fit(box))
}

// nameRoom is the room round a place for a shape and its name.
const nameRoom = 60

func around(box scene.Rect, at layout.Point) scene.Rect {
	own := scene.Rect{X: at.X - nameRoom, Y: at.Y - nameRoom, W: 2 * nameRoom, H: 2 * nameRoom}
	if box == (scene.Rect{}) {
		return own
	}
	x, y := min(box.X, own.X), min(box.Y, own.Y)
	return scene.Rect{X: x, Y: y, W: max(box.X+box.W, own.X+own.W) - x, H: max(box.Y+box.H, own.Y+own.H) - y}
}

// ZoomIn comes nearer to the middle.
func (v *View) ZoomIn() { v.zoomMiddle(zoomStep) }

// ZoomOut goes away from the middle.
func (v *View) ZoomOut() { v.zoomMiddle(1 / zoomStep) }

func (v *View) zoomMiddle(factor float64) {
	v.steered = true
	v.fly(v.camera.ZoomAt(v.camera.Width/2, v.camera.Height/2, factor))
}

// Center brings a thing to the middle and draws a ring round it for a moment.
func (v *View) Center(id string) {
	at, ok := v.model.At(id)
	if !ok {
		return
	}
	to := v.camera
	to.CenterX, to.CenterY = at.X, at.Y
	to.Zoom = max(to.Zoom, leastZoomOfJump)
	v.steered = true
	v.fly(to)
	v.mark(id)
}

// leastZoomOfJump is the zoom at which names are read with ease.
const leastZoomOfJump = 0.8

// Frames is how many pictures the canvas has drawn.
func (v *View) Frames() int { return v.frames }

// Shake moves the picture to and fro, a few units at each turn, as a hand
// does that pans.
func (v *View) Shake(turn int) {
	const step, there = 4, 25
	by := float64(step)
	if turn/there%2 == 1 {
		by = -step
	}
	v.steer(v.camera.Pan(by, by/2))
}

// steer shows another part at once, because a person moved there.
func (v *View) steer(to scene.Camera) {
	v.motion.stopCamera()
	v.steered = true
	v.camera = to
	v.changed()
}
