import Testing

@Suite("one-way streets")
struct OneWayTests {
  @Test(
    "oneway binds vehicles and not feet",
    arguments: [
      ("oneway=yes", "FBC/F"), ("oneway=true", "FBC/F"), ("oneway=1", "FBC/F"),
      ("oneway=-1", "F/FBC"), ("oneway=reverse", "F/FBC"), ("oneway=no", "FBC/FBC"),
      ("oneway=alternating", "FBC/FBC"), ("oneway=reversible", "F/F"),
      ("junction=roundabout", "FBC/F"), ("junction=circular", "FBC/F"),
      ("junction=roundabout, oneway=no", "FBC/FBC"), ("junction=yes", "FBC/FBC"),
    ])
  func general(tags: String, expected: String) throws {
    #expect(try rights("highway=residential, \(tags)") == expected)
  }

  @Test("motorways are one-way, their slip roads are not")
  func motorways() throws {
    #expect(try rights("highway=motorway") == "C/-")
    #expect(try rights("highway=motorway, oneway=no") == "C/C")
    #expect(try rights("highway=motorway_link") == "C/C")
    #expect(try rights("highway=motorway_link, oneway=yes") == "C/-")
  }

  @Test(
    "bicycles against the traffic need a tag",
    arguments: [
      ("oneway:bicycle=no", "FBC/FB"), ("cycleway=opposite", "FBC/FB"),
      ("cycleway=opposite_lane", "FBC/FB"), ("cycleway:left=opposite_track", "FBC/FB"),
      ("cycleway:left=lane, cycleway:left:oneway=-1", "FBC/FB"),
      ("cycleway:both:oneway=no", "FBC/FB"), ("cycleway:right=lane", "FBC/F"),
      ("bicycle:backward=yes", "FBC/FB"), ("motor_vehicle:backward=yes", "FBC/FC"),
      ("oneway:bicycle=yes", "FBC/F"), ("oneway:bicycle=-1", "FC/FB"),
    ])
  func contraflow(tags: String, expected: String) throws {
    #expect(try rights("highway=residential, oneway=yes, \(tags)") == expected)
  }

  @Test("a cycleway's oneway binds bicycles; feet need their own tag")
  func feet() throws {
    #expect(try rights("highway=cycleway, oneway=yes") == "FB/F")
    #expect(try rights("highway=footway, oneway=yes") == "F/F")
    #expect(try rights("highway=footway, oneway:foot=yes") == "F/-")
    #expect(try rights("highway=steps, conveying=backward") == "-/FBp")
    #expect(try rights("highway=residential, oneway:motor_vehicle=yes") == "FBC/FB")
  }
}
