package command

import "github.com/spf13/cobra"

func projectCommands(r *run) []*cobra.Command { return nil }
