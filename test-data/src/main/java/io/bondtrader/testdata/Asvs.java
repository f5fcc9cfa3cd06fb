package io.bondtrader.testdata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the requirements of OWASP ASVS 5.0 that a test, or all tests of a class, show to be met. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Asvs {

    /** The requirements, as in {@code 6.2.5}. */
    String[] value();
}
