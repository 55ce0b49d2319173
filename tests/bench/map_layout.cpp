// How long does the map's layout take on a given graph, and where does it put the nodes? For a comparison
// from outside: standard input is "nodes edges width height", then two node numbers for each edge; standard
// output is the CPU milliseconds of each run, then a place for each node.
#include <cstdio>
#include <ctime>

#include "layout/graph_layout.hpp"

namespace {

double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

}  // namespace

int main() {
  tp::GraphLayoutRequest request;
  unsigned nodes = 0, edges = 0;
  if (std::scanf("%u %u %lf %lf", &nodes, &edges, &request.area.width, &request.area.height) != 4) return 1;
  request.nodes.resize(nodes);
  for (tp::GraphNode& node : request.nodes) node.size = {6, 6};
  for (unsigned i = 0; i < edges; ++i) {
    tp::GraphEdge edge;
    if (std::scanf("%u %u", &edge.from, &edge.to) != 2) return 1;
    request.edges.push_back(edge);
  }
  tp::GraphLayout layout;
  for (int run = 0; run < 3; ++run) {
    const double begin = cpu_ms();
    layout = tp::finish(tp::lay_out_graph(request));
    std::printf("%s%.2f", run ? " " : "", cpu_ms() - begin);
  }
  std::printf("\n");
  for (const tp::Point p : layout.positions) std::printf("%.3f %.3f\n", p.x, p.y);
}
