package dev.transportadvisor.lint;

import dev.transportadvisor.manifest.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * What is checked.
 *
 * @param decision the id of the transport that was decided on, where that is known
 * @param shape where the manifest is not of the shape that Slack describes
 */
record Subject(Manifest manifest, Optional<String> decision, List<ShapeFault> shape) {}
