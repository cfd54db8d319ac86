# Takes out of the derived graph what only the records of one graph (values g) are behind.
DELETE { GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?subject ?property ?record } }
WHERE {
  # values g
  GRAPH ?g { ?record a ?kind }
  FILTER(?kind IN (bir:Event, bir:Position, bir:Agreement, bir:Commitment))
  VALUES ?property { bir:takesPartIn bir:concerns }
  GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?subject ?property ?record }
} ;
DELETE { GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?event bir:discusses ?issue } }
WHERE {
  # values g
  GRAPH ?g { ?event a bir:Event }
  GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?event bir:discusses ?issue }
} ;
DELETE { GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?g bir:mentions ?actor } }
WHERE {
  # values g
  GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?g bir:mentions ?actor }
} ;
DELETE { GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?member bir:isMemberOf ?organization } }
WHERE {
  # values g
  GRAPH ?g { ?membership a bir:Membership ; bir:hasMember ?member ; bir:inOrganization ?organization }
  FILTER NOT EXISTS {
    GRAPH ?other {
      ?elsewhere a bir:Membership ; bir:hasMember ?member ; bir:inOrganization ?organization .
      FILTER NOT EXISTS { ?elsewhere bir:validUntil ?end }
    }
    # given without: FILTER(?other != $without)
  }
} ;
DELETE { GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?relation ?property ?value } }
WHERE {
  GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?relation a bir:BilateralRelation ; ?property ?value }
  FILTER NOT EXISTS { GRAPH <https://w3id.org/bilateral/id/graph/derived> { ?relation bir:concerns ?record } }
}
