@rem Starts Transport Advisor with the Java beside it.
@"%~dp0..\runtime\bin\java" -Dtransport-advisor.program=%~n0 -m dev.transportadvisor %*
