package org.infostate.planted.round;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;

/** An edge with an entity manager of its own. */
@Path("planted/storing")
record StoringPages(EntityManager entities) {}
