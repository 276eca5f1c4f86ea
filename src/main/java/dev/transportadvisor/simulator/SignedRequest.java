package dev.transportadvisor.simulator;

import java.net.URI;
import java.util.Map;

/** A request as it goes over the wire, so that it can be sent again unchanged. */
record SignedRequest(URI url, Map<String, String> headers, byte[] body) {}
