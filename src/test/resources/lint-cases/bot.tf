resource "slackapp_manifest" "bot" {
  manifest = jsonencode({
    display_information = {
      name = var.name
    }
  })
}
