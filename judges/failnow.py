import os
def pytest_runtest_logreport(report):
    if os.environ.get("PYTEST_XDIST_WORKER"): return
    if report.when in ("call","setup") and report.duration>0.01:
        with open("/tmp/durations.txt","a") as f: f.write(f"{report.duration:.2f} {report.nodeid} {report.when}\n")
    if report.failed:
        with open("/tmp/fails.txt","a") as f: f.write(report.nodeid+" "+report.when+"\n"+str(report.longrepr)[-3000:]+"\n=====\n")
