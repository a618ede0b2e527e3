/**
 * Owns the shell around everything that is spoken over HTTP: the drawing of pages, replies to
 * errors, who may call what, the first start.
 *
 * <p>Invariant: what names no roles is closed to everybody; nobody imports this package.
 */
package org.infostate.web;
