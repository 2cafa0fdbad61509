package force

import (
	"math"
	"slices"

	"byline/graphmodel/layout"
)

// Drag lets what is linked to things follow a hand that moves them. It is the
// layout's own force, measured against its balance at the start: nothing stirs
// before the hand does. Only things at most dragReach links away follow, each
// held back by a spring to its old place, as Brandes and Mader, A quantitative
// comparison of stress-minimization approaches for offline dynamic graph
// drawing (2012), keep a reader's map of the picture.
type Drag struct {
	at     layout.Positions
	held   []int
	near   []follower
	unit   float64 // of the force, in units of the picture
	pull   pull
	bodies []int // held and near: those that push each other
}

type follower struct {
	node   int
	anchor float64 // of the spring to its old place
	home   layout.Point
	rest   layout.Point // the force at the start
	v      layout.Point
	links  []spring
}

type spring struct {
	to     int
	weight float64
}

const (
	dragReach = 2
	dragMost  = 300 // followers; a hub of a large graph has thousands
	dragHeat  = 0.5
	dragStill = 0.02 // of a unit: a step that moves nothing further than that is the last
)

// anchors hold back what is one link from the hand, and what is two.
var anchors = [dragReach + 1]float64{0, 0.12, 0.5}

// NewDrag prepares dragging the nodes in held, from the places in p.Start,
// which every node must have. Pinned nodes do not follow. Numbers out of range
// are passed over.
func NewDrag(p layout.Problem, held []int) *Drag {
	d := &Drag{at: slices.Clone(p.Start), pull: usualPull}
	d.held = slices.DeleteFunc(slices.Clone(held), func(i int) bool { return i < 0 || i >= len(d.at) })
	net := newNetwork(len(d.at), p.Edges)
	depth := d.around(net, p.Pinned)
	d.measure(net)
	d.bodies = slices.Clone(d.held)
	for k := range d.near {
		f := &d.near[k]
		d.bodies = append(d.bodies, f.node)
		f.anchor, f.home = anchors[depth[f.node]], d.at[f.node]
		to, weight := net.near(int32(f.node))
		for e, j := range to {
			f.links = append(f.links, spring{int(j), weight[e]})
		}
	}
	for k := range d.near {
		f := &d.near[k]
		f.rest, _ = d.force(f)
	}
	return d
}

// around finds the followers, nearest first, and how many links each is away.
func (d *Drag) around(net *network, pinned []bool) map[int]int {
	depth := map[int]int{}
	queue := slices.Clone(d.held)
	for _, i := range queue {
		depth[i] = 0
	}
	for h := 0; h < len(queue) && len(d.near) < dragMost; h++ {
		i := queue[h]
		if depth[i] == dragReach {
			break
		}
		to, _ := net.near(int32(i))
		for _, j := range to {
			k := int(j)
			if len(d.near) == dragMost {
				break
			}
			if _, seen := depth[k]; seen || (k < len(pinned) && pinned[k]) || !finite(d.at[k].X) || !finite(d.at[k].Y) {
				continue
			}
			depth[k] = depth[i] + 1
			queue = append(queue, k)
			d.near = append(d.near, follower{node: k})
		}
	}
	return depth
}

// measure finds the unit: links of the followers are restEdge long on average.
func (d *Drag) measure(net *network) {
	sum, n := 0.0, 0.0
	for _, f := range d.near {
		to, _ := net.near(int32(f.node))
		for _, j := range to {
			if long := distance(d.at[f.node], d.at[j]); finite(long) {
				sum += long
				n++
			}
		}
	}
	d.unit = leastEdge / restEdge
	if sum > 0 {
		d.unit = sum / n / restEdge
	}
}

func distance(a, b layout.Point) float64 {
	dx, dy := a.X-b.X, a.Y-b.Y
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}

// force is the pull and push on a follower, and how stiff it is.
func (d *Drag) force(f *follower) (sum layout.Point, stiff float64) {
	at := d.at[f.node]
	for _, s := range f.links {
		dx, dy := (d.at[s.to].X-at.X)/d.unit, (d.at[s.to].Y-at.Y)/d.unit
		w := s.weight * (d.pull.far + d.pull.near/(1+float64(dx*dx)+float64(dy*dy)))
		sum.X += float64(w * dx)
		sum.Y += float64(w * dy)
		stiff += w
	}
	for _, j := range d.bodies {
		if j == f.node {
			continue
		}
		dx, dy := (at.X-d.at[j].X)/d.unit, (at.Y-d.at[j].Y)/d.unit
		p := 1 + float64(dx*dx) + float64(dy*dy)
		w := 1 / (p * p)
		sum.X += float64(w * dx)
		sum.Y += float64(w * dy)
		stiff += w
	}
	return sum, stiff
}

// Move puts the held nodes at these places, in the order they were given.
func (d *Drag) Move(to []layout.Point) {
	for k, i := range d.held {
		if k < len(to) && finite(to[k].X) && finite(to[k].Y) {
			d.at[i] = to[k]
		}
	}
}

// Step lets the followers follow a little and says whether more remains.
func (d *Drag) Step() bool {
	next := make([]layout.Point, len(d.near))
	far := 0.0
	for k := range d.near {
		f := &d.near[k]
		at := d.at[f.node]
		sum, stiff := d.force(f)
		x := sum.X - f.rest.X - float64(f.anchor*(at.X-f.home.X))/d.unit
		y := sum.Y - f.rest.Y - float64(f.anchor*(at.Y-f.home.Y))/d.unit
		stiff += f.anchor
		f.v.X = float64(momentum*f.v.X) + float64(dragHeat*x)/stiff
		f.v.Y = float64(momentum*f.v.Y) + float64(dragHeat*y)/stiff
		long := math.Sqrt(float64(f.v.X*f.v.X) + float64(f.v.Y*f.v.Y))
		if long > longest {
			f.v.X, f.v.Y, long = f.v.X*longest/long, f.v.Y*longest/long, longest
		}
		far = max(far, long)
		next[k] = layout.Point{X: at.X + float64(f.v.X*d.unit), Y: at.Y + float64(f.v.Y*d.unit)}
	}
	for k, f := range d.near {
		d.at[f.node] = next[k]
	}
	return far > dragStill
}

// Followers are the nodes that follow, those nearest to the hand first.
func (d *Drag) Followers() []int {
	nodes := make([]int, len(d.near))
	for k, f := range d.near {
		nodes[k] = f.node
	}
	return nodes
}

// Positions are the places of all nodes now. The caller must not change them.
func (d *Drag) Positions() layout.Positions { return d.at }
