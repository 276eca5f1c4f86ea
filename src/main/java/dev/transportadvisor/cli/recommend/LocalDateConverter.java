package dev.transportadvisor.cli.recommend;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an ISO date. */
enum LocalDateConverter implements ITypeConverter<LocalDate> {
    INSTANCE;

    @Override
    public LocalDate convert(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no date. Write it as 2026-11-24");
        }
    }
}
