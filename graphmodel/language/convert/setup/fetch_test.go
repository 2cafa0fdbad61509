package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestWheelAddress(t *testing.T) {
	const list = `{"files":[
		{"filename":"m-3.7.1-py3-none-any.whl","url":"https://example.org/old.whl"},
		{"filename":"m-3.8.0.tar.gz","url":"https://example.org/m.tar.gz"},
		{"filename":"m-3.8.0-py3-none-any.whl","url":"https://example.org/m.whl"}]}`
	address, err := wheelAddress([]byte(list))
	if err != nil || address != "https://example.org/m.whl" {
		t.Errorf("%q, %v", address, err)
	}
	for _, bad := range []string{"", "<html>", `{"files":[]}`, `{"files":[{"filename":"m-3.7.1-py3-none-any.whl"}]}`} {
		if address, err := wheelAddress([]byte(bad)); err == nil {
			t.Errorf("%q gives %q", bad, address)
		}
	}
}

func TestDownload(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/model" {
			http.NotFound(w, r)
			return
		}
		if _, err := w.Write([]byte("as " + r.Header.Get("Accept"))); err != nil {
			t.Error(err)
		}
	}))
	defer server.Close()
	data, err := download(context.Background(), server.URL+"/model", "a list")
	if err != nil || string(data) != "as a list" {
		t.Errorf("%q, %v", data, err)
	}
	if data, err := download(context.Background(), server.URL+"/other", ""); err == nil {
		t.Errorf("a page that is not there gives %q", data)
	}
	server.Close()
	if _, err := download(context.Background(), server.URL+"/model", ""); err == nil {
		t.Error("a server that is gone answers")
	}
}
