package force

import "math"

// smallMost is the number of nodes up to which a part is laid out as a reader
// would wish it, which costs its square; larger ones go by the force alone.
const smallMost = 150

// clusterLeast is the number of nodes above which parts are drawn together to
// clusters.
const clusterLeast = 8

// small plans the layout of part k: several starts of least stress, the best
// one polished, then boxes apart.
func (f *Force) small(k int) {
	p := f.parts[k]
	n := float64(len(p.x))
	job := &smallJob{picture: p, aspect: f.problem.Aspect, random: random(f.problem.Seed + 1)}
	f.todo = append(f.todo, stage{
		cost: 0.02*n + n*n/400,
		advance: func() bool {
			if job.advance() {
				return true
			}
			f.publishPart(k)
			return false
		},
		share: job.share,
	})
	f.finish(k)
}

// large plans the layout of part k by the force, level by level.
func (f *Force) large(k int) {
	p := f.parts[k]
	var d *descent
	n := float64(len(p.x))
	f.todo = append(f.todo, stage{
		cost: n / 20,
		advance: func() bool {
			if d == nil {
				d = newDescent(p.net, f.pull, f.problem.Seed+1)
				return true
			}
			more := d.advance()
			if d.at == 0 && d.swarm != nil {
				copy(p.x, d.swarm.x)
				copy(p.y, d.swarm.y)
				grow(p.x, p.y, 30)
				f.publishPart(k)
			}
			if more {
				return true
			}
			copy(p.x, d.swarm.x)
			copy(p.y, d.swarm.y)
			p.turn(f.problem.Aspect)
			p.scale()
			return false
		},
		share: func() float64 {
			if d == nil {
				return 0
			}
			return d.progress()
		},
	})
	f.finish(k)
}

// finish plans what comes last for each part: boxes apart.
func (f *Force) finish(k int) {
	p := f.parts[k]
	var a *apart
	f.todo = append(f.todo, stage{
		cost: float64(len(p.x)) / 200,
		advance: func() bool {
			if a == nil {
				a = newApart(p).swelling()
			}
			if a.advance() {
				return true
			}
			f.publishPart(k)
			return false
		},
	})
}

// scale brings a part from units of the force to units of the picture: its
// nodes get the room they need on the mean.
func (p *picture) scale() {
	area := p.spreadArea()
	if !(area > 0) {
		return
	}
	grow(p.x, p.y, math.Sqrt(roomy*p.room()*float64(len(p.x))/area))
}

// roomy is how much more room a large part gets than its nodes need: its
// middle is denser than its rim.
const roomy = 1.4

// spreadArea is the area of the disc or ellipse whose points differ as much
// as the places of the part.
func (p *picture) spreadArea() float64 {
	xx, xy, yy := p.moments()
	return 4 * math.Pi * math.Sqrt(max(float64(xx*yy)-float64(xy*xy), 0))
}

// smallJob lays out one small connected part.
type smallJob struct {
	*picture
	aspect float64
	random random
	canvas *canvas
	tried  int
	rivals []rival
	polish *polish
	judged int
	bestX  []float64
	bestY  []float64
	least  float64
}

// rival is a start that may become the layout.
type rival struct {
	x, y []float64
	cost float64
}

// starts is how many starts a part of n nodes gets, and finalists how many of
// them are polished.
func starts(n int) (all, finalists int) {
	switch {
	case n <= 12:
		return 12, 3
	case n <= 70:
		return 10, 3
	case n <= 110:
		return 6, 2
	}
	return 4, 1
}

func (j *smallJob) advance() bool {
	all, finalists := starts(len(j.x))
	switch {
	case j.canvas == nil:
		j.canvas = newCanvas(j.picture, j.aspect)
		j.least = math.Inf(1)
	case j.tried < all:
		j.rivals = append(j.rivals, j.begin())
		j.tried++
	case j.polish == nil:
		if j.judged == 0 {
			sortRivals(j.rivals)
		}
		copy(j.x, j.rivals[j.judged].x)
		copy(j.y, j.rivals[j.judged].y)
		j.polish = newPolish(j.canvas, 1.2*math.Sqrt(j.room()), j.random.next())
	case j.polish.advance():
	default:
		j.polish = nil
		if cost := j.canvas.total(); cost < j.least {
			j.least = cost
			j.bestX, j.bestY = append(j.bestX[:0], j.x...), append(j.bestY[:0], j.y...)
		}
		j.judged++
		if j.judged >= finalists {
			copy(j.x, j.bestX)
			copy(j.y, j.bestY)
			return false
		}
	}
	return true
}

// begin makes one start: places of least stress, from the pivots' places the
// first time and from anywhere after that.
func (j *smallJob) begin() rival {
	n := len(j.x)
	x, y := make([]float64, n), make([]float64, n)
	wide := math.Sqrt(j.room() * float64(n))
	if j.tried == 0 {
		x, y = pivotStart(j.net, 50, &j.random)
		grow(x, y, j.ideal[0])
	}
	noise := wide
	if j.tried == 0 {
		noise = 5
	}
	for i := range x {
		x[i] += noise * j.random.signed()
		y[i] += noise * j.random.signed()
	}
	s := newSpread(x, y, j.canvas.far, j.random.next())
	for s.advance() {
	}
	copy(j.x, x)
	copy(j.y, y)
	j.turn(j.aspect)
	j.centre()
	copy(x, j.x)
	copy(y, j.y)
	return rival{x, y, j.canvas.total()}
}

func sortRivals(list []rival) {
	for i := 1; i < len(list); i++ {
		for k := i; k > 0 && list[k].cost < list[k-1].cost; k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}

func (j *smallJob) share() float64 {
	all, finalists := starts(len(j.x))
	part := 0.2 * float64(j.tried) / float64(all)
	done := float64(j.judged)
	if j.polish != nil && j.polish.rounds > 0 {
		done += float64(j.polish.round) / float64(j.polish.rounds)
	}
	return part + 0.8*done/float64(finalists)
}
