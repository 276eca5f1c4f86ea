/** {@code recommend}: the verdict on an answers file. */
package dev.transportadvisor.cli.recommend;
