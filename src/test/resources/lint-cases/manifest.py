import json

MANIFEST = {
    "display_information": {"name": "deploy-bot"},
}
print(json.dumps(MANIFEST))
