"""Keys that are no secrets."""

import base64

OLD = base64.b64encode(b"an old key of just 32 characters").decode()
NEW = base64.b64encode(b"a newer one, of 32 characters...").decode()
