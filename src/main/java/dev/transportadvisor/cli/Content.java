package dev.transportadvisor.cli;

import java.io.IOException;
import java.io.Writer;

/** A text that is made while it is written. */
interface Content {

    void writeTo(Writer out) throws IOException;
}
