package session

import (
	"reflect"
	"slices"
	"testing"

	"byline/app/scene"
	"byline/graphmodel"
)

func TestKeptViews(t *testing.T) {
	d := newDesk(t)
	start := d.add(harbour, ferry).Filter
	f := start.Clone()
	f.HiddenKinds[graphmodel.Country] = true
	d.Show("Hide countries", f)
	d.SetCamera(scene.Camera{CenterX: 7, CenterY: -3, Zoom: 2, Width: 800, Height: 600})
	d.KeepView(" No\ncountries ")
	d.Show("Show countries", start)
	d.SetCamera(scene.Camera{})
	d.KeepView("All")
	d.Wait()
	if s := d.Snapshot(); !slices.Equal(s.Views, []string{"No countries", "All"}) || s.UndoLabel != "Keep view “All”" {
		t.Fatalf("kept %q, Undo says %q", s.Views, s.UndoLabel)
	}
	camera, ok := d.ShowView("No countries")
	d.Wait()
	if s := d.Snapshot(); !ok || !reflect.DeepEqual(s.Filter, f) || camera != (scene.Camera{CenterX: 7, CenterY: -3, Zoom: 2}) {
		t.Errorf("shown %v: the filter is %+v, the camera %+v", ok, s.Filter, camera)
	}
	if _, ok := d.ShowView("Another"); ok {
		t.Error("a view that was never kept is shown")
	}
	d.RemoveView("All")
	d.Wait()
	d.must(d.Close())
	again := reopened(t, d.Snapshot().Path)
	if s := again.Snapshot(); !slices.Equal(s.Views, []string{"No countries"}) || !reflect.DeepEqual(s.Filter, f) {
		t.Errorf("opened again, there are the views %q and the filter %+v", s.Views, s.Filter)
	}
}

func TestTheLastLookComesBack(t *testing.T) {
	d := newDesk(t)
	d.add(harbour)
	last := scene.Camera{CenterX: 120, CenterY: 40, Zoom: 0.5}
	d.SetCamera(last)
	if d.Snapshot().CanUndo && d.Snapshot().UndoLabel != "Add “Port Elva council backs harbour fee”" {
		t.Errorf("moving the camera is a step: %q", d.Snapshot().UndoLabel)
	}
	d.must(d.Close())
	again := reopened(t, d.Snapshot().Path)
	if s := again.Snapshot(); s.Camera != last {
		t.Errorf("opened again, the camera is %+v", s.Camera)
	}
	copied := t.TempDir() + "/Copy.byline"
	again.must(again.SaveAs(copied))
	again.must(again.Close())
	if s := reopened(t, copied).Snapshot(); s.Camera != last {
		t.Errorf("saved elsewhere, the camera is %+v", s.Camera)
	}
}
