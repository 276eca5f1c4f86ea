package main
import "github.com/slack-go/slack"
func manifest() *slack.Manifest {
	return &slack.Manifest{Display: slack.Display{Name: "x"}}
}
