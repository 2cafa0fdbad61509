package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// kernels are all that this machine can run.
func kernels() []Kernel {
	ks := []Kernel{Plain()}
	if k := Fastest(); k.Name() != "plain" {
		ks = append(ks, k)
	}
	return ks
}

func random(rng *rand.Rand, n int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = float32(rng.NormFloat64())
	}
	return v
}

// near says whether two values agree as far as the order of summing allows.
func near(a float32, b float64) bool {
	return math.Abs(float64(a)-b) <= 2e-5*(1+math.Abs(b))
}

func TestApplyIsTheProduct(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, k := range kernels() {
		for _, c := range []struct{ in, out, rows, stride int }{
			{288, 288, 50, 96}, {576, 288, 7, 576}, {96, 64, 6, 96}, {64, 106, 1, 64},
			{64, 1024, 13, 64}, {96, 50, 5, 96}, {4, 1, 100, 4}, {96, 64, 0, 96},
		} {
			t.Run(fmt.Sprintf("%s %dx%d %d rows", k.Name(), c.in, c.out, c.rows), func(t *testing.T) {
				w, b := random(rng, c.in*c.out), random(rng, c.out)
				x := random(rng, c.rows*c.stride+c.in)
				weights, biases := Layout(w, b, c.out, c.in)
				d, err := NewDense(weights, biases, c.in)
				if err != nil {
					t.Fatal(err)
				}
				y := make([]float32, c.rows*d.Out())
				k.Apply(d, x, c.stride, c.rows, y)
				for r := range c.rows {
					for o := range c.out {
						want := float64(b[o])
						for i := range c.in {
							want += float64(w[o*c.in+i]) * float64(x[r*c.stride+i])
						}
						if got := y[r*d.Out()+o]; !near(got, want) {
							t.Fatalf("row %d output %d: %g, want %g", r, o, got, want)
						}
					}
				}
			})
		}
	}
}

func TestARowDoesNotDependOnItsNeighbours(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	weights, biases := Layout(random(rng, 288*288), random(rng, 288), 288, 288)
	d, err := NewDense(weights, biases, 288)
	if err != nil {
		t.Fatal(err)
	}
	x := random(rng, 102*96)
	for _, k := range kernels() {
		all := make([]float32, 100*288)
		k.Apply(d, x, 96, 100, all)
		for _, span := range [][2]int{{0, 1}, {3, 8}, {10, 16}, {11, 60}, {97, 100}} {
			some := make([]float32, (span[1]-span[0])*288)
			k.Apply(d, x[span[0]*96:], 96, span[1]-span[0], some)
			if !slices.Equal(some, all[span[0]*288:span[1]*288]) {
				t.Errorf("%s: rows %v come out otherwise alone", k.Name(), span)
			}
		}
	}
}

func TestMaxoutNorm(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	n := &Norm{random(rng, Width), random(rng, Width)}
	pieces, residual := random(rng, Pieces*Width), random(rng, Width)
	var v [Width]float64
	mean, variance := 0.0, 0.0
	for i := range v {
		v[i] = float64(max(pieces[i], pieces[Width+i], pieces[2*Width+i]))
		mean += v[i] / Width
	}
	for i := range v {
		variance += (v[i] - mean) * (v[i] - mean) / Width
	}
	for _, k := range kernels() {
		out := make([]float32, Width)
		k.MaxoutNorm(n, pieces, residual, out)
		for i := range v {
			want := (v[i]-mean)/math.Sqrt(variance+1e-8)*float64(n.Gain[i]) + float64(n.Bias[i]) + float64(residual[i])
			if !near(out[i], want) {
				t.Fatalf("%s: value %d is %g, want %g", k.Name(), i, out[i], want)
			}
		}
	}
}

func TestHiddenLayer(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	table, biases := random(rng, 3000), random(rng, 2*Hidden)
	for _, offsets := range [][]int{{0, 128, 1024, 128, 2872, 5, 6, 7}, {256, 0, 512}, {}} {
		for _, k := range kernels() {
			out := make([]float32, Hidden)
			k.HiddenLayer(table, offsets, biases, out)
			for j := range Hidden {
				a, b := float64(biases[j]), float64(biases[Hidden+j])
				for _, at := range offsets {
					a += float64(table[at+j])
					b += float64(table[at+Hidden+j])
				}
				if !near(out[j], max(a, b)) {
					t.Fatalf("%s: unit %d is %g, want %g", k.Name(), j, out[j], max(a, b))
				}
			}
		}
	}
}

func TestGatherSumsRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	table := random(rng, 50*Width)
	for _, k := range kernels() {
		out := make([]float32, Width)
		k.Gather(table, [4]uint32{49, 0, 7, 7}, out)
		for i := range out {
			if want := float64(table[49*Width+i]) + float64(table[i]) + 2*float64(table[7*Width+i]); !near(out[i], want) {
				t.Fatalf("%s: value %d is %g, want %g", k.Name(), i, out[i], want)
			}
		}
	}
}

func TestKernelsRefuseShortSlices(t *testing.T) {
	weights, biases := Layout(make([]float32, 96*16), make([]float32, 16), 16, 96)
	d, err := NewDense(weights, biases, 96)
	if err != nil {
		t.Fatal(err)
	}
	long := make([]float32, 2000)
	norm := &Norm{long, long}
	for _, k := range kernels() {
		for name, call := range map[string]func(){
			"inputs":   func() { k.Apply(d, long[:96*7-1:96*7-1], 96, 7, long) },
			"outputs":  func() { k.Apply(d, long, 96, 7, long[:16*7-1:16*7-1]) },
			"pieces":   func() { k.MaxoutNorm(norm, long[:287:287], long, long) },
			"gain":     func() { k.MaxoutNorm(&Norm{long[:95:95], long}, long, long, long) },
			"table":    func() { k.HiddenLayer(long[:200:200], []int{0, 73}, long, long) },
			"negative": func() { k.HiddenLayer(long, []int{-1}, long, long) },
			"row":      func() { k.Gather(long[:960:960], [4]uint32{0, 1, 10, 2}, long) },
		} {
			func() {
				defer func() {
					if recover() == nil {
						t.Errorf("%s kernel: %s too short, and nothing said so", k.Name(), name)
					}
				}()
				call()
			}()
		}
	}
}

func TestDenseChecksItsShape(t *testing.T) {
	for _, c := range []struct{ weights, biases, in int }{{96 * 16, 16, 95}, {96 * 16, 15, 96}, {0, 0, 96}, {16, 16, 1}} {
		if _, err := NewDense(make([]float32, c.weights), make([]float32, c.biases), c.in); err == nil {
			t.Errorf("%+v passed for a matrix", c)
		}
	}
}

func BenchmarkApply(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	weights, biases := Layout(random(rng, 288*288), random(rng, 288), 288, 288)
	d, err := NewDense(weights, biases, 288)
	if err != nil {
		b.Fatal(err)
	}
	const rows = 800
	x, y := random(rng, (rows+2)*96), make([]float32, rows*288)
	for _, k := range kernels() {
		b.Run(k.Name(), func(b *testing.B) {
			for b.Loop() {
				k.Apply(d, x, 96, rows, y)
			}
			b.ReportMetric(float64(b.N)*rows*288*288/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}

func BenchmarkMaxoutNorm(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	n := &Norm{random(rng, Width), random(rng, Width)}
	pieces, out := random(rng, Pieces*Width), make([]float32, Width)
	for _, k := range kernels() {
		b.Run(k.Name(), func(b *testing.B) {
			for b.Loop() {
				k.MaxoutNorm(n, pieces, out, out)
			}
		})
	}
}

func BenchmarkUpper(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	weights, biases := Layout(random(rng, 128*64), random(rng, 128), 128, 64)
	d, err := NewDense(weights, biases, 64)
	if err != nil {
		b.Fatal(err)
	}
	x, y := random(rng, 64), make([]float32, 128)
	for _, k := range kernels() {
		b.Run(k.Name(), func(b *testing.B) {
			for b.Loop() {
				k.Apply(d, x, 64, 1, y)
			}
		})
	}
}
