package article

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// maxDepth is how many folders inside folders are looked into.
const maxDepth = 32

// Files turns files and folders into a list of files to read. Folders are
// looked through with the folders in them, in the order of their names. What
// is passed over there, hidden files and formats that Byline does not read,
// is said in an error that wraps ErrSkipped: nothing failed. A link inside a
// folder that leads out of it is passed over too.
func Files(paths []string) ([]string, []error) {
	var files []string
	var errs []error
	seen := map[string]bool{}
	add := func(path string) {
		if key := filepath.Clean(path); !seen[key] {
			seen[key] = true
			files = append(files, path)
		}
	}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil || !info.IsDir() {
			add(path) // Open says what is wrong with it
			continue
		}
		f := folder{root: path, skipped: map[string]int{}}
		f.look(path, 0)
		slices.Sort(f.files)
		for _, file := range f.files {
			add(file)
		}
		errs = append(errs, f.errs...)
		errs = append(errs, f.verdict()...)
	}
	return files, errs
}

// folder is one folder being looked through.
type folder struct {
	root    string
	files   []string
	errs    []error
	skipped map[string]int // what was passed over, in words, and how often
}

func (f *folder) look(path string, depth int) {
	entries, err := os.ReadDir(path)
	if err != nil {
		reason := openError(err)
		if !errors.Is(reason, ErrForbidden) && !errors.Is(reason, ErrMissing) {
			reason = ErrFailed
		}
		f.errs = append(f.errs, fmt.Errorf("%s %w", Shown(path), reason))
	}
	for _, e := range entries {
		f.entry(filepath.Join(path, e.Name()), e, depth)
	}
}

func (f *folder) entry(path string, e fs.DirEntry, depth int) {
	kind := e.Type()
	if kind&fs.ModeSymlink != 0 {
		kind = f.behind(path)
	}
	switch {
	case strings.HasPrefix(e.Name(), "."):
		f.skipped["hidden"]++
	case kind.IsDir() && depth >= maxDepth:
		f.skipped["too many folders deep"]++
	case kind.IsDir():
		f.look(path, depth+1)
	case !kind.IsRegular():
		f.skipped["no plain file"]++
	case !reads(path):
		f.skipped[cmp.Or(Shown(strings.ToLower(filepath.Ext(path))), "without an ending")]++
	default:
		f.files = append(f.files, path)
	}
}

// behind returns the kind of file behind a link. Links to folders are not
// followed, since they can run in circles, nor are links that lead out of the
// folder.
func (f *folder) behind(path string) fs.FileMode {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return fs.ModeIrregular
	}
	root, err := filepath.EvalSymlinks(f.root)
	if err != nil {
		return fs.ModeIrregular
	}
	inside, err := filepath.Rel(root, target)
	if err != nil || inside == ".." || strings.HasPrefix(inside, ".."+string(filepath.Separator)) {
		return fs.ModeIrregular
	}
	info, err := os.Stat(target)
	if err != nil || !info.Mode().IsRegular() {
		return fs.ModeIrregular
	}
	return info.Mode().Type()
}

func reads(path string) bool {
	ending := strings.ToLower(filepath.Ext(path))
	return slices.ContainsFunc(formats(), func(f format) bool { return f.hasEnding(ending) })
}

// verdict says what was passed over in the folder, and whether nothing is
// left.
func (f *folder) verdict() []error {
	var errs []error
	if len(f.skipped) > 0 {
		total := 0
		var parts []string
		for what, n := range f.skipped {
			total += n
			parts = append(parts, fmt.Sprintf("%d %s", n, what))
		}
		slices.Sort(parts)
		errs = append(errs, fmt.Errorf("%s: %s left out (%s): %w",
			Shown(f.root), count(total, "file was", "files were"), strings.Join(parts, ", "), ErrSkipped))
	}
	if len(f.files) == 0 && len(f.errs) == 0 {
		errs = append(errs, fmt.Errorf("%s %w", Shown(f.root), ErrNothing))
	}
	return errs
}
