import OpenStreetMap
import StreetRouting
import TestSupport
import Testing

@Suite("barriers and ferries")
struct BarrierTests {
  /// Who is stopped at `b`.
  private func stopped(_ tags: String) throws -> String {
    let map = try StreetMap("a-b-c\n\nabc: highway=residential\nnode b: \(tags)")
    let graph = try map.build().graph
    guard let node = map.node("b", in: graph) else { return "no junction" }
    var text = ""
    for (right, letter) in [(StreetRight.foot, "F"), (.bicycle, "B"), (.car, "C")]
    where graph.nodeBarriers[node].contains(right) {
      text += letter
    }
    return text
  }

  @Test(
    "a barrier stops whom its kind stops",
    arguments: [
      ("bollard", "C"), ("block", "C"), ("jersey_barrier", "C"), ("cycle_barrier", "C"),
      ("chain", "C"), ("debris", "C"), ("unheard_of", "C"), ("kissing_gate", "BC"), ("stile", "BC"),
      ("turnstile", "BC"), ("wall", "FBC"), ("fence", "FBC"), ("gate", "no junction"),
      ("lift_gate", "no junction"), ("toll_booth", "no junction"), ("kerb", "no junction"),
      ("entrance", "no junction"), ("cattle_grid", "no junction"),
    ])
  func kinds(kind: String, expected: String) throws {
    #expect(try stopped("barrier=\(kind)") == expected)
  }

  @Test("access tags count before the kind")
  func access() throws {
    #expect(try stopped("barrier=gate, access=no") == "FBC")
    #expect(try stopped("barrier=gate, access=no, foot=yes") == "BC")
    #expect(try stopped("barrier=bollard, motor_vehicle=yes") == "no junction")
    #expect(try stopped("barrier=bollard, bicycle=no") == "BC")
    #expect(try stopped("barrier=gate, vehicle=no") == "BC")
    // A bus stop's access is not the street's.
    #expect(try stopped("highway=bus_stop, access=no") == "no junction")
    #expect(try stopped("highway=crossing, bicycle=no") == "no junction")
    #expect(try stopped("amenity=parking_entrance, access=private") == "no junction")
    #expect(try stopped("access=no") == "FBC")
  }

  @Test("streets that end at a private gate are for those who begin or end there")
  func privateGate() throws {
    let map = try StreetMap(
      """
      a-b-c-d

      abcd: highway=residential
      node c: barrier=gate, motor_vehicle=private
      ab: highway=footway
      """)
    let graph = try map.build().graph
    #expect(rights(map.passage("bc", in: graph)) == "FBc")
    #expect(rights(map.passage("dc", in: graph)) == "FBc")
    #expect(rights(map.passage("ab", in: graph)) == "FBC")
  }

  @Test(
    "a ferry takes the time of its duration",
    arguments: [
      // a to c is 4 columns, 44.48 m. In 32 s it is 5.0 km/h, in 10 minutes less than 0.5.
      ("", UInt16(50)), ("duration=PT32S", 50), ("duration=PT16S", 100), ("duration=00:00:08", 200),
      ("duration=10", 5), ("duration=0:10", 5), ("duration=soon", 50), ("duration=00:00", 50),
      ("duration=99999999999999999999", 50), ("duration=PT", 50), ("duration=P1X", 50),
    ])
  func ferries(tags: String, expected: UInt16) throws {
    #expect(try street("route=ferry, \(tags)").forward.carSpeedTenths == expected)
  }

  @Test("a ferry that the extract cuts has the usual speed; one cut at junctions the whole way's")
  func cutFerry() throws {
    // a to e is 8 columns, 88.96 m: in 32 s 10.0 km/h on both its links, which meet at c.
    let map = """
      a-b-c-d-e
          |
          f

      abcde: route=ferry, duration=PT32S
      cf: highway=residential

      """
    func speeds(_ text: String, _ links: [String]) throws -> [UInt16] {
      let map = try StreetMap(text)
      let graph = try map.build().graph
      return links.map { map.passage($0, in: graph).carSpeedTenths }
    }
    #expect(try speeds(map, ["ac", "ca", "ce", "ec"]) == [100, 100, 100, 100])
    #expect(try speeds(map + "missing e", ["ac", "ca", "cd", "dc"]) == [50, 50, 50, 50])
    #expect(try speeds(map + "missing a", ["bc", "ce"]) == [50, 50])
    let train = map.replacing("route=ferry", with: "route=shuttle_train")
    #expect(try speeds(train + "missing b", ["ce"]) == [100])
    #expect(try speeds(train.replacing("PT32S", with: "PT16S") + "missing e", ["ac"]) == [100])
  }

  @Test("a private gate on a junction stands on every street that meets there")
  func privateGateOnJunction() throws {
    let map = try StreetMap(
      """
      a-b-c
        |
        d

      abc: highway=residential
      bd: highway=service
      node b: barrier=gate, motor_vehicle=private
      """)
    let graph = try map.build().graph
    for pair in ["ab", "bc", "bd"] { #expect(rights(map.passage(pair, in: graph)) == "FBc") }
  }

  @Test("who boards a ferry")
  func ferryRights() throws {
    #expect(try rights("route=ferry") == "FB/FB")
    #expect(try rights("route=ferry, motor_vehicle=yes") == "FBC/FBC")
    #expect(try rights("route=ferry, motorcar=yes, bicycle=no") == "FC/FC")
    #expect(try rights("route=ferry, oneway=yes, motorcar=yes") == "FBC/F")
    #expect(try rights("route=shuttle_train") == "C/C")
    #expect(try rights("route=bus") == "-/-")
  }
}
