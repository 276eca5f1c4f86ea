package dev.transportadvisor.simulator.delivery;

import java.net.URI;
import java.util.Map;

/** A request as it goes over the wire, so that it can be sent again unchanged. */
public record SignedRequest(URI url, Map<String, String> headers, byte[] body) {}
