# Shortcuts and pairs, computed from the records of one graph (values g) or of all.
INSERT { GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?actor bir:takesPartIn ?event } }
WHERE {
  # values g
  GRAPH ?g { ?part a bir:Participation ; bir:inEvent ?event ; bir:actsFor|bir:hasParticipant ?actor }
} ;
INSERT { GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?event bir:discusses ?issue } }
WHERE {
  # values g
  GRAPH ?g { ?item a bir:AgendaItem ; bir:inEvent ?event ; bir:isAbout ?issue }
} ;
INSERT { GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?g bir:mentions ?actor } }
WHERE {
  # values g
  GRAPH ?g { ?mention a bir:Mention ; bir:refersTo ?actor }
} ;
INSERT { GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?member bir:isMemberOf ?organization } }
WHERE {
  # values g
  GRAPH ?g {
    ?membership a bir:Membership ; bir:hasMember ?member ; bir:inOrganization ?organization .
    FILTER NOT EXISTS { ?membership bir:validUntil ?end }
    FILTER NOT EXISTS { ?membership bir:hasClaimStatus birx:claim-disputed }
    FILTER NOT EXISTS { ?membership bir:hasRole ?role FILTER(?role IN (birx:member-former, birx:member-candidate)) }
  }
} ;
INSERT { GRAPH <https://w3id.org/bilateral/id/graph/derived> {
  ?relation a bir:BilateralRelation ; bir:hasSide ?a , ?b ; bir:concerns ?record } }
WHERE {
  # each way with its own graph and its own sides: joined to a union, all pairs of states would be tried for each graph
  {
    # values g
    GRAPH ?g { ?one a bir:Participation ; bir:inEvent ?record ; bir:actsFor ?a .
               ?other bir:inEvent ?record ; bir:actsFor ?b . ?a a bir:State . ?b a bir:State }
  } UNION {
    # values g
    GRAPH ?g { ?record a bir:Position ; bir:isHeldBy ?a , ?b . ?a a bir:State . ?b a bir:State }
  } UNION {
    # values g
    GRAPH ?g { ?record a bir:Position ; bir:isHeldBy ?a ; bir:hasTarget|bir:favours|bir:disfavours ?b .
               ?a a bir:State . ?b a bir:State }
  } UNION {
    # values g
    GRAPH ?g { ?record a bir:Position ; bir:isHeldBy ?b ; bir:hasTarget|bir:favours|bir:disfavours ?a .
               ?a a bir:State . ?b a bir:State }
  } UNION {
    # values g
    GRAPH ?g { ?record bir:isMadeBy ?a , ?b . ?a a bir:State . ?b a bir:State }
  }
  BIND(REPLACE(STR(?a), "^.*/", "") AS ?code) BIND(REPLACE(STR(?b), "^.*/", "") AS ?other_code)
  FILTER(STR(?a) < STR(?b)) # not of the codes: Virtuoso compares nothing that BIND made
  BIND(IRI(CONCAT(REPLACE(STR(?a), "state/[^/]*$", "relation/"), ?code, "-", ?other_code)) AS ?relation)
}
