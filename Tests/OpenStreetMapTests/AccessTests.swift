import StreetRouting
import Testing

/// Rights by class and tags; `F` feet, `B` bicycles (`Bp` pushed), `C` cars, lower case for those who
/// begin or end there.
@Suite("access")
struct AccessTests {
  @Test(
    "a class gives the rights of the Belgian row",
    arguments: [
      ("motorway, oneway=no", "C"), ("motorway_link", "C"), ("trunk", "C"), ("primary", "FBC"),
      ("secondary_link", "FBC"), ("tertiary", "FBC"), ("unclassified", "FBC"), ("road", "FBC"),
      ("residential", "FBC"), ("living_street", "FBC"), ("service", "FBC"), ("track", "FB"),
      ("pedestrian", "FBp"), ("footway", "F"), ("path", "FB"), ("cycleway", "FB"),
      ("bridleway", "F"), ("steps", "FBp"), ("corridor", "F"), ("platform", "F"), ("busway", "-"),
      ("primary, motorroad=yes", "C"), ("construction", "-"), ("proposed", "-"), ("raceway", "-"),
      ("service, service=emergency_access", "-"), ("residential, construction=yes", "-"),
    ])
  func classes(tags: String, expected: String) throws {
    #expect(try rights("highway=\(tags)") == "\(expected)/\(expected)")
  }

  @Test(
    "a more particular key counts before a more general one",
    arguments: [
      ("residential, access=no", "-"), ("residential, access=no, foot=yes", "F"),
      ("residential, access=no, vehicle=yes, motor_vehicle=no", "B"),
      ("residential, vehicle=no", "F"), ("residential, vehicle=no, bicycle=yes", "FB"),
      ("residential, motor_vehicle=no", "FB"),
      ("residential, motor_vehicle=no, motorcar=yes", "FBC"),
      ("residential, motorcar=no", "FB"), ("residential, foot=no", "BC"),
      ("residential, access=private", "fbc"),
      ("residential, access=private, foot=permissive", "Fbc"),
      ("trunk, bicycle=yes", "BC"), ("track, motor_vehicle=yes", "FBC"),
      ("track, vehicle=destination", "Fbc"), ("footway, bicycle=designated", "FB"),
      ("pedestrian, motor_vehicle=delivery", "FBpc"), ("pedestrian, bicycle=yes", "FB"),
      ("pedestrian, vehicle=destination", "FBpc"), ("busway, bicycle=yes", "B"),
    ])
  func hierarchy(tags: String, expected: String) throws {
    #expect(try rights("highway=\(tags)") == "\(expected)/\(expected)")
  }

  @Test(
    "values are yes, destination only, or no",
    arguments: [
      ("yes", "C"), ("designated", "C"), ("permissive", "C"), ("official", "C"),
      ("destination", "c"), ("customers", "c"), ("delivery", "c"), ("private", "c"),
      ("permit", "c"), ("residents", "c"), ("no", ""), ("agricultural", ""), ("forestry", ""),
      ("agricultural;forestry", ""), ("forestry; destination", "c"), ("nonsense", "C"),
    ])
  func values(value: String, car: String) throws {
    let expected = "FB" + car
    #expect(
      try rights("highway=residential, motor_vehicle=\(value)") == "\(expected)/\(expected)")
  }

  @Test("access opens nothing that the class closes")
  func accessOnlyNarrows() throws {
    #expect(try rights("highway=footway, access=yes") == "F/F")
    #expect(try rights("highway=motorway, oneway=no, access=yes") == "C/C")
    #expect(try rights("highway=track, access=destination") == "fb/fb")
    #expect(try rights("highway=path, vehicle=yes") == "FB/FB")
  }

  @Test("a bicycle is pushed where it must be")
  func pushed() throws {
    #expect(try rights("highway=residential, bicycle=dismount") == "FBpC/FBpC")
    #expect(try rights("highway=footway, bicycle=dismount") == "FBp/FBp")
    #expect(try rights("highway=steps, bicycle=no") == "F/F")
    #expect(try rights("highway=steps, bicycle=yes") == "FBp/FBp")
    #expect(try rights("highway=primary, bicycle=use_sidepath") == "FC/FC")
    #expect(try rights("highway=pedestrian, vehicle=no") == "FBp/FBp")
  }

  @Test("steps halve the walking speed")
  func steps() throws {
    #expect(try street("highway=steps").forward.footPercent == 50)
    #expect(try street("highway=footway").forward.footPercent == 100)
  }

  @Test("rights by direction")
  func directions() throws {
    #expect(try rights("highway=residential, motor_vehicle:forward=no") == "FB/FBC")
    #expect(try rights("highway=residential, vehicle:backward=no") == "FBC/F")
    #expect(
      try rights("highway=residential, vehicle:backward=no, bicycle:backward=yes") == "FBC/FB")
    #expect(try rights("highway=residential, access:backward=destination") == "FBC/fbc")
  }
}
