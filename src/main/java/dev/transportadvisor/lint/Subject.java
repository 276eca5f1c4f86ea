package dev.transportadvisor.lint;

import dev.transportadvisor.manifest.Manifest;
import java.util.Optional;

/**
 * What is checked.
 *
 * @param decision the id of the transport that was decided on, where that is known
 */
record Subject(Manifest manifest, Optional<String> decision) {}
