/**
 * Owns people: who they are, the one role that each has, the country that focal points and
 * contributors belong to, how they sign in, and the tokens that their programs use.
 *
 * <p>Invariant: neither a password nor a token nor a one-time link is stored; only what checks it.
 */
package org.infostate.account;
