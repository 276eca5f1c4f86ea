package dev.transportadvisor.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test of some seconds: {@code mvn test} leaves it out, {@code mvn verify} runs it. To run one alone:
 * {@code mvn test-compile surefire:test@slow -Dtest=NameOfTheTest}.
 */
@Tag("slow")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Slow {}
