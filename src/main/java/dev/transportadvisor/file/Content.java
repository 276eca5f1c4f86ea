package dev.transportadvisor.file;

import java.io.IOException;
import java.io.Writer;

/** A text that is made while it is written. */
public interface Content {

    void writeTo(Writer out) throws IOException;
}
