package force

import "math"

// descent lays out a large connected network from its coarsest level down.
type descent struct {
	stack  []level
	at     int // the level at work
	start  *spread
	swarm  *swarm
	random random
	pull   pull
	done   float64
	cost   float64
}

// Unit edge of the force: where a usual link of a news graph comes to rest.
const restEdge = 3.0

func newDescent(net *network, pull pull, seed uint64) *descent {
	d := &descent{random: random(seed), pull: pull}
	d.stack = coarsen(net, &d.random)
	for k := range d.stack {
		d.cost += d.levelCost(k)
	}
	return d
}

func (d *descent) levelCost(k int) float64 {
	n := d.stack[k].net.size()
	return float64(n * stepsFor(n, k == len(d.stack)-1))
}

// stepsFor is the number of steps on a level of n nodes.
func stepsFor(n int, top bool) int {
	switch {
	case top:
		return 100
	case n <= 500:
		return 30
	case n <= 2000:
		return 40
	case n <= 8000:
		return 30
	case n <= 30000:
		return 22
	}
	return 18
}

// advance does one step of one level and says whether more remain.
func (d *descent) advance() bool {
	if d.swarm == nil && d.start == nil {
		d.begin()
		return true
	}
	if d.start != nil {
		if d.start.round == 0 || d.start.advance() {
			d.start.advance()
			return true
		}
		top := &d.stack[d.at]
		grow(d.start.x, d.start.y, restEdge)
		d.swarm = newSwarm(top.net, top.mass, d.start.x, d.start.y, stepsFor(top.net.size(), true), 0.6)
		d.swarm.pull = d.pull
		d.start = nil
		return true
	}
	if d.swarm.advance() {
		return true
	}
	d.done += d.levelCost(d.at)
	if d.at == 0 {
		return false
	}
	d.refine()
	return true
}

func (d *descent) begin() {
	d.at = len(d.stack) - 1
	top := &d.stack[d.at]
	x, y := pivotStart(top.net, 50, &d.random)
	for i := range x {
		x[i] += 0.1 * d.random.signed()
		y[i] += 0.1 * d.random.signed()
	}
	d.start = newSpread(x, y, farByHops(top.net), d.random.next())
}

func grow(x, y []float64, by float64) {
	for i := range x {
		x[i] *= by
		y[i] *= by
	}
}

// refine puts the nodes of the next finer level round the node that stood for
// them.
func (d *descent) refine() {
	coarse := d.swarm
	d.at--
	fine := &d.stack[d.at]
	n := fine.net.size()
	scale := math.Sqrt(float64(n) / float64(coarse.net.size()))
	x, y := make([]float64, n), make([]float64, n)
	for i, p := range fine.parent {
		x[i] = float64(scale*coarse.x[p]) + 0.5*d.random.signed()
		y[i] = float64(scale*coarse.y[p]) + 0.5*d.random.signed()
	}
	d.swarm = newSwarm(fine.net, fine.mass, x, y, stepsFor(n, false), warmth)
	d.swarm.pull = d.pull
}

func (d *descent) progress() float64 {
	done := d.done
	if d.swarm != nil {
		done += d.levelCost(d.at) * float64(d.swarm.step) / float64(max(d.swarm.steps, 1))
	}
	return done / max(d.cost, 1)
}
