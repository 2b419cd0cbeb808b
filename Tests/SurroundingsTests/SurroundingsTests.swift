import Geography
import PrincipalRoads
import Testing
import TransitRouting

@testable import Surroundings

@Suite struct SurroundingsTests {
  /// A road with the reference A4 along 50.85°, its second end known to 150 m, and an exit of the R0.
  private func surroundings() throws -> Surroundings {
    let nodes = """
      node_id,lat,lon,kind,ref,name,source,precision_m
      a,50.85,4.35,junction,,Alpha,test,100
      b,50.85,4.36,exit,2,Beta,test,150
      c,50.90,4.36,exit,3,Gamma,test,100

      """
    let ways = """
      way_id,nodes,highway,oneway,maxspeed,ref
      w,a b,motorway,no,90,A4;E411
      v,b c,primary,no,70,N9

      """
    var network = street(["Delta", "Merode"], lines: [tram("1", [0, 1])], precision: 30)
    network.lines[0].mode = .metro
    return Surroundings(network, try PrincipalRoads(nodes: nodes, ways: ways))
  }

  /// 0.002° north of the road: 222.4 m, ± 150 m of its less precise end.
  @Test func aRoadIsAsNearAsItsNearestSection() throws {
    let place = Coordinate(latitude: 50.852, longitude: 4.354)
    let near = try #require(try surroundings().road("E411", near: place))
    #expect(abs(near.meters - 222.4) < 0.1)
    #expect(near.precisionMeters == 150)
    #expect(try surroundings().road("E4", near: place) == nil)
    #expect(try surroundings().exit(of: "A4", near: place)?.name == "Alpha")
    #expect(try surroundings().motorwayExit(near: place)?.name == "2 Beta")
  }

  @Test func aStationIsFoundByNameOrAsTheNearest() throws {
    let place = Coordinate(latitude: 50.85, longitude: 4.358)
    #expect(try surroundings().station(near: place)?.name == "Merode")
    let delta = try #require(try surroundings().station(named: "DELTA", near: place))
    // 0.008° × 111,195 × 0.6314 = 561.7 m
    #expect(abs(delta.meters - 561.7) < 0.2)
    #expect(delta.precisionMeters == 30)
    #expect(try surroundings().station(named: "Nowhere", near: place) == nil)
  }
}
